"""Who may sign in. What a person may do follows from the posts he holds, see `kepegawaian`."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from kinerja.akun.istilah import Kontras, UkuranTeks


class UserManager(BaseUserManager["User"]):
    def create_user(self, nip: str, password: str | None = None, **lainnya: object) -> User:
        user = self.model(nip=nip, **lainnya)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in with his NIP (18 digits, text)."""

    nip = models.CharField("NIP", max_length=18, unique=True)
    nama = models.CharField(max_length=150)
    email = models.EmailField("surel", blank=True)
    is_active = models.BooleanField(default=True)
    wajib_ganti_sandi = models.BooleanField(default=True)
    ukuran_teks = models.CharField(max_length=8, choices=UkuranTeks.choices, default=UkuranTeks.BIASA)
    kontras = models.CharField(max_length=8, choices=Kontras.choices, default=Kontras.BIASA)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "nip"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        ordering = ["nama", "id"]
        verbose_name = "akun"
        verbose_name_plural = "akun"

    def __str__(self) -> str:
        return self.nama

    def get_full_name(self) -> str:
        return self.nama


class Kiriman(models.Model):
    """A form that was taken once: the same one, sent again because no answer came, is not taken a second time."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    sidik = models.CharField(max_length=64)
    tujuan = models.CharField(max_length=500, blank=True)
    received_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["id"]
        verbose_name = "kiriman"
        verbose_name_plural = "kiriman"
        constraints = [
            models.UniqueConstraint(fields=["user", "sidik"], name="kiriman_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.sidik[:8]}"
