"""The form every page builds on."""

from django import forms


class HouseForm(forms.Form):
    """A form that remembers how a deed answered, so that the page can say so to the browser too."""

    status = 200
    """What the page answers with; a refused deed sets 403, 409 or 422."""

    use_required_attribute = False  # our own words say what is missing
