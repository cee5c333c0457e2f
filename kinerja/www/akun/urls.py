"""`akun:` names our own pages; allauth's pages keep the names that allauth looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as kode_pemulihan
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path

from kinerja.www.akun import views
from kinerja.www.akun.sambungan import sambungan
from kinerja.www.akun.siapa_melihat import siapa_melihat
from kinerja.www.akun.tampilan import tampilan

akun = [
    path("", views.profil, name="profil"),
    path("sandi-pertama/", views.sandi_pertama, name="sandi_pertama"),
    path("tampilan/", tampilan, name="tampilan"),
    path("sambungan/", sambungan, name="sambungan"),
    path("siapa-melihat/", siapa_melihat, name="siapa_melihat"),
    path("keluar-perangkat-lain/", views.keluar_perangkat_lain, name="keluar_perangkat_lain"),
]

masuk = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("sandi/", account.password_change, name="account_change_password"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
]

dua_langkah = [
    path("", mfa.index, name="mfa_index"),
    path("masuk/", mfa.authenticate, name="mfa_authenticate"),
    path("pastikan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("aplikasi/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("kode-pemulihan/", kode_pemulihan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("kode-pemulihan/buat/", kode_pemulihan.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("kode-pemulihan/unduh/", kode_pemulihan.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("kunci-sandi/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("kunci-sandi/tambah/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("kunci-sandi/masuk/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("kunci-sandi/pastikan/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("kunci-sandi/<int:pk>/hapus/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]

urlpatterns = [
    path("", include((akun, "akun"))),
    path("", include(masuk)),
    path("dua-langkah/", include(dua_langkah)),
]
