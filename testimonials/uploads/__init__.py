"""Files that staff upload: judged by what is in them, and freed of what they tell about a person (H6)."""
