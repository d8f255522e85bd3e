"""What is not fit never reaches readers (issue 10, item 6); `make chaos` changes versions under load."""

from tests.operation.releases import Home


def test_a_version_that_is_not_fit_changes_nothing(tmp_path):
    home = Home(tmp_path, tmp_path / "data")
    one = home.version("one")
    (tmp_path / "current").symlink_to(one)
    unfit = home.version("unfit", [("astr_site/settings.py", "INSTALLED_APPS.append('there.is.none')\n")])
    refused = home.upgrade(unfit)
    assert refused.returncode == 1
    assert "Nothing was changed for readers: “manage.py check” failed" in refused.stderr
    assert (tmp_path / "current").resolve() == one
    for words, says in (
        ([], "name the folder"),
        (["--forward"], "name the folder"),
        (["/there/is/none"], "no folder"),
        ([tmp_path / "releases"], ".ci/environment first"),
        ([one], "is in service already"),
        (["--back"], "no version before"),
    ):
        answer = home.upgrade(*words)
        assert (answer.returncode, says in answer.stderr) == (1, True), answer.stdout + answer.stderr
