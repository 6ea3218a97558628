"""The form every page builds on."""

from django import forms


class HouseForm(forms.Form):
    """A form that remembers how a deed answered, so that the page can say so to the browser too."""

    status = 200
    """What the page answers with; a refused deed sets 403, 409 or 422."""

    use_required_attribute = False  # our own words say what is missing

    def full_clean(self) -> None:
        """What is missing is asked for by its name, where the field has no words of its own."""
        for name, field in self.fields.items():
            plain = type(field).default_error_messages.get("required")
            general = forms.Field.default_error_messages["required"]
            if field.error_messages.get("required") in (plain, general):
                label = field.label or self[name].label
                verb = "chọn" if isinstance(field, forms.ChoiceField) else "nhập"
                said = str(label)
                field.error_messages["required"] = f"Hãy {verb} {said[:1].lower()}{said[1:]}."
        super().full_clean()
