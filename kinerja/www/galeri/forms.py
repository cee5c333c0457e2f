from __future__ import annotations

from django import forms


class IsianContoh(forms.Form):
    rencana = forms.CharField(
        label="Rencana hasil kerja",
        help_text="Tulis hasilnya, bukan kegiatannya.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Rencana hasil kerja belum diisi."},
    )
    aspek = forms.ChoiceField(
        label="Aspek",
        choices=[
            ("kuantitas", "Kuantitas"),
            ("kualitas", "Kualitas"),
            ("waktu", "Waktu"),
            ("biaya", "Biaya"),
        ],
    )
    target = forms.DecimalField(
        label="Target paling sedikit",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "“banyak” belum terbaca sebagai angka. Tulis angkanya saja, misalnya 90."},
    )
    selesai_on = forms.DateField(
        label="Selesai pada", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    bukti = forms.FileField(
        label="Bukti dukung", required=False, help_text="PDF atau foto, paling besar 5 MB."
    )
    rating = forms.ChoiceField(
        label="Rating hasil kerja",
        help_text="Bandingkan realisasi dengan target, lalu pilih satu.",
        widget=forms.RadioSelect,
        choices=[
            ("di_atas_ekspektasi", "Di atas ekspektasi"),
            ("sesuai_ekspektasi", "Sesuai ekspektasi"),
            ("di_bawah_ekspektasi", "Di bawah ekspektasi"),
        ],
        error_messages={"required": "Pilih satu rating."},
    )
    setuju = forms.BooleanField(
        label="Saya sudah membicarakan rencana ini dengan pejabat penilai",
        error_messages={"required": "Beri tanda jika sudah dibicarakan."},
    )


class SaringanContoh(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False)
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Semua status"),
            ("draf", "Draf"),
            ("diajukan", "Diajukan"),
            ("ditetapkan", "Ditetapkan"),
        ],
    )
    tahun = forms.ChoiceField(label="Tahun", required=False, choices=[("2026", "2026"), ("2025", "2025")])
