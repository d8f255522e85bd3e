"""What search keeps: what can be found, the words in it, what staff teach it, and what people did not find."""

from .document import LANGUAGE, NAMED, OURS, Document, Kind
from .index_state import IndexState
from .miss import Miss
from .red_flag import RedFlag
from .synonym import Synonym
from .word import Word

__all__ = ["LANGUAGE", "NAMED", "OURS", "Document", "IndexState", "Kind", "Miss", "RedFlag", "Synonym", "Word"]
