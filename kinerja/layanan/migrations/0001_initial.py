import django.core.validators
import django.db.models.deletion
import kinerja.layanan.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormulirTerpakai',
            fields=[
                ('nonce', models.CharField(max_length=24, primary_key=True, serialize=False)),
                ('hari', models.DateField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='LayananPublik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_layanan', to='kepegawaian.unitkerja')),
                ('slug', models.CharField(max_length=12, unique=True)),
                ('nama', models.CharField(max_length=120)),
                ('uraian', models.CharField(blank=True, max_length=200)),
                ('bentuk', models.CharField(choices=[('skm9', 'Sembilan unsur SKM'), ('pendek', 'Pendek, tiga unsur')], default=kinerja.layanan.istilah.BentukFormulir['SKM9'], max_length=8)),
                ('populasi', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000000)])),
                ('n_terkecil', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(1000)])),
                ('batas_sumber', models.PositiveSmallIntegerField(default=25, validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(1000)])),
                ('aktif', models.BooleanField(default=True)),
                ('dibuat_on', models.DateField()),
                ('berlaku_sampai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['unit_kerja__jalur', 'nama'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'nama'), name='layanan_satu_nama_per_unit'), models.CheckConstraint(condition=models.Q(('n_terkecil__gte', 5)), name='layanan_n_terkecil_lima'), models.CheckConstraint(condition=models.Q(('batas_sumber__gte', 5)), name='layanan_batas_sumber_lima')],
            },
        ),
        migrations.CreateModel(
            name='KelompokKode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kelompok_kode', to='layanan.layananpublik')),
                ('jumlah', models.PositiveSmallIntegerField()),
                ('dibuat_at', models.DateTimeField()),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('berlaku_sampai_on', models.DateField()),
                ('dibatalkan_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-dibuat_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='KodeSuara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kelompok', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_kode', to='layanan.kelompokkode')),
                ('sidik', models.CharField(max_length=40, unique=True)),
                ('dipakai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PetugasLayanan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_petugas', to='layanan.layananpublik')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_layanan', to='kepegawaian.pegawai')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-mulai_on', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('selesai_on__isnull', True)), fields=('layanan', 'pegawai'), name='petugas_berjalan_satu'), models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='petugas_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='SumberSuara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sumber', to='layanan.layananpublik')),
                ('hari', models.DateField()),
                ('tingkat', models.CharField(choices=[('jaringan', 'Satu jaringan'), ('penyedia', 'Banyak jaringan milik satu penyedia')], default=kinerja.layanan.istilah.TingkatSumber['JARINGAN'], max_length=8)),
                ('sidik', models.CharField(blank=True, max_length=40)),
                ('sidik_penyedia', models.CharField(blank=True, max_length=40)),
                ('jumlah', models.PositiveIntegerField(default=0)),
                ('status', models.CharField(choices=[('terbuka', 'Terbuka'), ('ditahan', 'Ditahan untuk diperiksa'), ('dilepas', 'Dilepas'), ('dibuang', 'Dibuang')], default=kinerja.layanan.istilah.StatusSumber['TERBUKA'], max_length=8)),
                ('diputus_at', models.DateTimeField(blank=True, null=True)),
                ('diputus_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('alasan', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['-hari', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(models.Q(('sidik', ''), _negated=True), ('status__in', ['terbuka', 'ditahan'])), fields=('layanan', 'hari', 'sidik'), name='sumber_satu_berjalan')],
            },
        ),
        migrations.CreateModel(
            name='Suara',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_suara', to='layanan.layananpublik')),
                ('hari', models.DateField()),
                ('persyaratan', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('prosedur', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('waktu', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('biaya', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('produk', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('kompetensi_pelaksana', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('perilaku_pelaksana', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('pengaduan', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('sarana', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('dengan_kode', models.BooleanField(default=False)),
                ('sumber', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_suara', to='layanan.sumbersuara')),
                ('status', models.CharField(choices=[('dihitung', 'Dihitung'), ('ditahan', 'Ditahan'), ('dibuang', 'Dibuang')], default=kinerja.layanan.istilah.StatusSuara['DIHITUNG'], max_length=8)),
                ('kalimat', models.CharField(blank=True, max_length=500)),
                ('status_kalimat', models.CharField(choices=[('tanpa', 'Tanpa kalimat'), ('menunggu', 'Menunggu dibaca'), ('tampil', 'Ditampilkan'), ('sembunyi', 'Disembunyikan')], default=kinerja.layanan.istilah.StatusKalimat['TANPA'], max_length=8)),
                ('tanda_kalimat', models.CharField(blank=True, max_length=80)),
                ('alasan_sembunyi', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['-hari', '-id'],
                'indexes': [models.Index(fields=['layanan', 'status', 'hari'], name='suara_layanan_hari'), models.Index(condition=models.Q(('status_kalimat', 'tanpa'), _negated=True), fields=['layanan', 'status_kalimat'], name='suara_kalimat')],
                'constraints': [models.CheckConstraint(condition=models.Q(('persyaratan__isnull', True), ('persyaratan__range', (1, 4)), _connector='OR'), name='suara_persyaratan_1_4'), models.CheckConstraint(condition=models.Q(('prosedur__isnull', True), ('prosedur__range', (1, 4)), _connector='OR'), name='suara_prosedur_1_4'), models.CheckConstraint(condition=models.Q(('waktu__isnull', True), ('waktu__range', (1, 4)), _connector='OR'), name='suara_waktu_1_4'), models.CheckConstraint(condition=models.Q(('biaya__isnull', True), ('biaya__range', (1, 4)), _connector='OR'), name='suara_biaya_1_4'), models.CheckConstraint(condition=models.Q(('produk__isnull', True), ('produk__range', (1, 4)), _connector='OR'), name='suara_produk_1_4'), models.CheckConstraint(condition=models.Q(('kompetensi_pelaksana__isnull', True), ('kompetensi_pelaksana__range', (1, 4)), _connector='OR'), name='suara_kompetensi_pelaksana_1_4'), models.CheckConstraint(condition=models.Q(('perilaku_pelaksana__isnull', True), ('perilaku_pelaksana__range', (1, 4)), _connector='OR'), name='suara_perilaku_pelaksana_1_4'), models.CheckConstraint(condition=models.Q(('pengaduan__isnull', True), ('pengaduan__range', (1, 4)), _connector='OR'), name='suara_pengaduan_1_4'), models.CheckConstraint(condition=models.Q(('sarana__isnull', True), ('sarana__range', (1, 4)), _connector='OR'), name='suara_sarana_1_4')],
            },
        ),
        migrations.CreateModel(
            name='Tanggapan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tanggapan', to='layanan.layananpublik')),
                ('suara', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tanggapan', to='layanan.suara')),
                ('isi', models.TextField(max_length=1000)),
                ('penulis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ditulis_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-ditulis_at', '-id'],
            },
        ),
    ]
