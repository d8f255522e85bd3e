"""What search engines read about a technique: the facts that its page shows."""


def therapy(content):
    """Return a technique as a MedicalTherapy, which schema.org knows as a kind of TherapeuticProcedure."""
    told = therapy_in_short(content.title, content.summary)
    if names := [name.strip() for name in content.also_called.split(",") if name.strip()]:
        told["alternateName"] = names
    if content.common_effects_list:
        told["adverseOutcome"] = [outcome(effect) for effect in content.common_effects_list]
    if content.rare_risks_list:
        told["seriousAdverseOutcome"] = [outcome(risk) for risk in content.rare_risks_list]
    return told


def outcome(words):
    return {"@type": "MedicalEntity", "name": words}


def therapy_in_short(name, description):
    """Return no more than a name and a sentence, for a page that shows a technique without its facts."""
    return {"@type": "MedicalTherapy", "name": name, "description": description}
