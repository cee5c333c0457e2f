from django.urls import URLPattern, URLResolver, path

from kinerja.www.integrasi.views import sistem, webhook

app_name = "integrasi"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", sistem.integrasi_list, name="integrasi_list"),
    path("api/", sistem.api_guide, name="api_guide"),
    path("sistem/baru/", sistem.sistem_create, name="sistem_create"),
    path("sistem/<int:sistem_id>/", sistem.sistem_detail, name="sistem_detail"),
    path("sistem/<int:sistem_id>/token/", sistem.token_create, name="token_create"),
    path("token/<int:token_id>/cabut/", sistem.token_revoke, name="token_revoke"),
    path("sistem/<int:sistem_id>/webhook/", webhook.webhook_create, name="webhook_create"),
    path("webhook/<int:webhook_id>/", webhook.webhook_detail, name="webhook_detail"),
    path("webhook/<int:webhook_id>/uji/", webhook.webhook_test, name="webhook_test"),
    path("webhook/<int:webhook_id>/henti/", webhook.webhook_stop, name="webhook_stop"),
    path("pengiriman/<int:pengiriman_id>/lagi/", webhook.pengiriman_resend, name="pengiriman_resend"),
]
