"""What a case found: requests that failed, seconds to recover, and what was lost."""

from dataclasses import asdict, dataclass, field


@dataclass
class Found:
    """`lost` names whatever is not as it was; `must` names what had to hold and did not."""

    case: str
    asked: int = 0
    failed: int = 0
    recovered_after: float = 0.0
    lost: list = field(default_factory=list)
    must: list = field(default_factory=list)
    notes: dict = field(default_factory=dict)

    def of(self, load, mended):
        self.asked, self.failed = len(load.asked), len(load.failed())
        self.recovered_after = round(load.recovered_after(mended), 2)
        self.require(self.recovered_after < 20, "it answers again within 20 seconds")
        return self

    def require(self, true, words):
        if not true:
            self.must.append(words)

    @property
    def well(self):
        return not self.lost and not self.must

    def line(self):
        notes = "; ".join(f"{name}: {value}" for name, value in self.notes.items())
        verdict = "as it must be" if self.well else "WRONG: " + "; ".join(map(str, self.lost + self.must))
        return (
            f"{self.case:42}{self.asked:7} asked{self.failed:6} failed{self.recovered_after:8.2f} s to recover  "
            f"lost: {len(self.lost) or 'nothing'}   {notes}   {verdict}"
        )

    def told(self):
        return asdict(self)
