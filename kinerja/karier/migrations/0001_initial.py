import django.db.models.deletion
import kinerja.metode.pak
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('jejak', '0001_initial'),
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AngkaKreditLama',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('jenjang', models.CharField(choices=[('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama'), ('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia')], max_length=20)),
                ('unsur', models.CharField(choices=[('dasar', 'Angka kredit dasar yang diberikan'), ('jf_lama', 'Angka kredit jabatan fungsional lama'), ('penyesuaian', 'Angka kredit dari penyesuaian/penyetaraan'), ('konversi', 'Angka kredit konversi'), ('pendidikan', 'Angka kredit dari peningkatan pendidikan'), ('lainnya', 'Angka kredit lainnya')], default=kinerja.metode.pak.UnsurPAK['JF_LAMA'], max_length=15)),
                ('nilai', models.DecimalField(decimal_places=3, max_digits=8)),
                ('sampai_on', models.DateField(verbose_name='dihitung sampai')),
            ],
            options={
                'ordering': ['pegawai_id', 'sampai_on', 'unsur'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'jenjang', 'sampai_on', 'unsur'), name='angka_kredit_lama_satu_per_baris'), models.CheckConstraint(condition=models.Q(('nilai__gte', 0)), name='angka_kredit_lama_tidak_negatif')],
            },
        ),
        migrations.CreateModel(
            name='CalonPromosi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_calon_promosi', to='kepegawaian.pegawai')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('alasan', models.TextField()),
                ('dasar', models.CharField(blank=True, max_length=200)),
                ('listed_at', models.DateTimeField()),
                ('listed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('alasan_dicabut', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-tahun', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('pegawai', 'tahun'), name='calon_promosi_satu_per_tahun')],
            },
        ),
        migrations.CreateModel(
            name='FormasiJF',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_formasi', to='kepegawaian.instansi')),
                ('nama', models.CharField(max_length=150, verbose_name='jabatan fungsional')),
                ('jenjang', models.CharField(choices=[('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama'), ('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia')], max_length=20)),
                ('jumlah', models.PositiveIntegerField()),
                ('dasar', models.CharField(max_length=150)),
                ('recorded_at', models.DateTimeField()),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
            ],
            options={
                'ordering': ['instansi_id', 'nama', 'jenjang'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'nama', 'jenjang'), name='formasi_satu_per_jenjang')],
            },
        ),
        migrations.CreateModel(
            name='HukumanDisiplin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('tingkat', models.CharField(choices=[('ringan', 'Ringan'), ('sedang', 'Sedang'), ('berat', 'Berat')], max_length=10)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pegawai_id', 'mulai_on'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'mulai_on'), name='hukuman_satu_per_mulai'), models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='hukuman_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='KontrakPPPK',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
            ],
            options={
                'ordering': ['pegawai_id', 'mulai_on'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'mulai_on'), name='kontrak_satu_per_mulai'), models.CheckConstraint(condition=models.Q(('selesai_on__gt', models.F('mulai_on'))), name='kontrak_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='PenetapanAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penetapan', to='kepegawaian.pegawai')),
                ('jenis', models.CharField(choices=[('konversi', 'Konversi Predikat Kinerja ke Angka Kredit'), ('akumulasi', 'Akumulasi Angka Kredit'), ('pak', 'Penetapan Angka Kredit')], max_length=12)),
                ('jenjang', models.CharField(choices=[('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama'), ('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia')], max_length=20)),
                ('mulai_on', models.DateField()),
                ('sampai_on', models.DateField()),
                ('nomor', models.CharField(max_length=80)),
                ('versi', models.PositiveSmallIntegerField(default=1)),
                ('jumlah', models.DecimalField(decimal_places=3, max_digits=9)),
                ('per_unsur', models.JSONField(default=dict)),
                ('penetap', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('alasan', models.TextField(blank=True)),
                ('ditetapkan_at', models.DateTimeField()),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dokumen', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='jejak.dokumenterbit')),
                ('digantikan_oleh', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengganti', to='karier.penetapanangkakredit')),
            ],
            options={
                'ordering': ['pegawai_id', '-sampai_on', 'jenis', '-versi'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'jenis', 'sampai_on', 'versi'), name='penetapan_satu_per_versi'), models.CheckConstraint(condition=models.Q(('sampai_on__gte', models.F('mulai_on'))), name='penetapan_sampai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='RiwayatPangkat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('golongan', models.CharField(max_length=6)),
                ('tmt_on', models.DateField(verbose_name='TMT')),
            ],
            options={
                'ordering': ['pegawai_id', 'tmt_on'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tmt_on'), name='riwayat_pangkat_satu_per_tmt')],
            },
        ),
        migrations.CreateModel(
            name='RiwayatPredikat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('tahun', models.PositiveSmallIntegerField()),
                ('bulan_mulai', models.PositiveSmallIntegerField(default=1)),
                ('bulan_selesai', models.PositiveSmallIntegerField(default=12)),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang/Misconduct'), ('sangat_kurang', 'Sangat Kurang')], max_length=20)),
            ],
            options={
                'ordering': ['pegawai_id', 'tahun', 'bulan_mulai'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tahun', 'bulan_mulai'), name='riwayat_predikat_satu_per_masa'), models.CheckConstraint(condition=models.Q(('bulan_mulai__gte', 1), ('bulan_selesai__gte', models.F('bulan_mulai')), ('bulan_selesai__lte', 12)), name='riwayat_predikat_bulan_sah')],
            },
        ),
        migrations.CreateModel(
            name='UjiKompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_%(class)s', to='kepegawaian.pegawai')),
                ('dasar', models.CharField(help_text='Nomor SK, sertifikat, atau dokumen lain.', max_length=150)),
                ('impor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.impor')),
                ('recorded_at', models.DateTimeField()),
                ('jenjang', models.CharField(choices=[('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama'), ('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia')], max_length=20, verbose_name='jenjang yang dituju')),
                ('diuji_on', models.DateField(verbose_name='tanggal uji')),
                ('lulus', models.BooleanField()),
            ],
            options={
                'ordering': ['pegawai_id', 'diuji_on'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'jenjang', 'diuji_on'), name='uji_satu_per_hari')],
            },
        ),
    ]
