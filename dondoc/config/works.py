"""Every kind of work the house does behind a person's back."""

from dondoc.documents.reading import READER
from dondoc.handovers.work import MOVER

WORKS = (READER, MOVER)
