"""The way in: password, then a code for those who need or want one; and one's own second step."""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login, views
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from astr_site.defense.limits import limited

from . import devices, own, waiting
from .browsers import asker, remember
from .forms import CodeForm
from .models import Entry
from .needs import has_second_step, needs_second_step
from .recording import record
from .screens import screen

often_enough = limited(30, 60, who=asker)


class SignIn(views.LoginView):
    """Asks for the password, in the place of the admin's own page; nobody gets in who still owes a code."""

    template_name = "sign_in/password.html"
    authentication_form = AdminAuthenticationForm

    def get(self, request, *args, **kwargs):
        if admin.site.has_permission(request):
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_default_redirect_url(self):
        return reverse("admin:index")

    def form_valid(self, form):
        person = form.get_user()
        has_one = has_second_step(person)
        if has_one or needs_second_step(person):
            waiting.begin(self.request, person, self.get_success_url())
            return redirect("sign-in-code" if has_one else "sign-in-set-up")
        login(self.request, person)
        response = redirect(self.get_success_url())
        remember(self.request, response, person)
        return response

    def get_context_data(self, **kwargs):
        page = {"title": _("Log in"), "app_path": self.request.get_full_path()}
        return admin.site.each_context(self.request) | page | super().get_context_data(**kwargs)


password = often_enough(SignIn.as_view())


@never_cache
@often_enough
def code(request):
    """Ask for the code, after the password."""
    person = waiting.who_waits(request)
    if person is None:
        return redirect("admin:login")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        waiting.count_try(request)
        device = devices.device_of(person, form.given)
        if device:
            return enter(request, person, device)
        record(Entry.Deed.CODE_WRONG, request, person)
        form.add_error(None, _("This code is not right, or it was used before. Wait for the next one, and type that."))
    return screen(request, "code", _("Your code"), form=form)


def enter(request, person, device):
    then = waiting.let_in(request, person, device)
    response = redirect(then)
    remember(request, response, person)
    return response


@never_cache
@often_enough
def set_up(request):
    """Bring a phone into use: for who must have one to get in, or has just proved who they are."""
    person = waiting.who_waits(request)
    if person and has_second_step(person):
        return redirect("sign-in-code")
    if not person and not own.may_set_up(request):
        return redirect("my-sign-in" if admin.site.has_permission(request) else "admin:login")
    phone, form = devices.new_phone(person or request.user), CodeForm(request.POST or None)
    if form.is_valid():
        confirmed = devices.confirm(phone, form.given)
        if confirmed:
            response = redirect("recovery-codes")
            then = waiting.let_in(request, person, confirmed) if person else reverse("my-sign-in")
            own.begin_with(request, confirmed, then)
            remember(request, response, request.user)
            return response
        form.add_error(
            None, _("This code is not right. Look whether the phone shows the right time, and try the next.")
        )
    page = {"square": devices.square(phone), "key": devices.key_in_words(phone), "required": bool(person)}
    return screen(request, "set_up", _("A second step for your account"), form=form, **page)
