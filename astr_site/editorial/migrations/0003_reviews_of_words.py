from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_gate_and_governance")]

    operations = [
        migrations.RenameField("review", "carried_over", "text_changed"),
        migrations.AlterModelOptions(
            "claim",
            {
                "ordering": ["language", "wording"],
                "verbose_name": "registered claim",
                "verbose_name_plural": "registered claims",
            },
        ),
    ]
