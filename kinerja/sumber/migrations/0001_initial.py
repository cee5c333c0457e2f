import django.db.models.deletion
import django.db.models.expressions
import kinerja.metode.agregasi
import kinerja.sumber.istilah
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kebijakan', '0001_initial'),
        ('kepegawaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Putaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_putaran', to='kebijakan.periode')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_putaran', to='kepegawaian.unitkerja')),
                ('kebijakan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kebijakan.kebijakan')),
                ('benih', models.CharField(max_length=64)),
                ('sidik_masukan', models.CharField(max_length=64)),
                ('banyak_dinilai', models.PositiveIntegerField(default=0)),
                ('beban', models.PositiveSmallIntegerField(default=0)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('keadaan', models.CharField(choices=[('berjalan', 'Sedang diisi'), ('menutup', 'Sedang dihitung'), ('ditutup', 'Selesai')], default=kinerja.sumber.istilah.KeadaanPutaran['BERJALAN'], max_length=10)),
                ('diundi_at', models.DateTimeField()),
                ('ditutup_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-mulai_on', '-id'],
                'constraints': [models.UniqueConstraint(fields=('periode', 'unit_kerja'), name='putaran_satu_per_unit')],
            },
        ),
        migrations.CreateModel(
            name='HakMenilai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('putaran', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_hak', to='sumber.putaran')),
                ('penilai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_hak_menilai', to='kepegawaian.pegawai')),
                ('dinilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_hak_dinilai', to='perencanaan.skp')),
                ('sumber', models.CharField(choices=[('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan')], max_length=15)),
                ('keadaan', models.CharField(choices=[('menunggu', 'Belum diisi'), ('terisi', 'Sudah diisi'), ('menolak', 'Tidak bersedia'), ('digantikan', 'Digantikan')], default=kinerja.sumber.istilah.KeadaanHak['MENUNGGU'], max_length=10)),
                ('alasan', models.CharField(blank=True, choices=[('tidak_bekerja_bersama', 'Saya jarang bekerja bersamanya'), ('hubungan_pribadi', 'Kami keluarga atau berteman dekat'), ('berselisih', 'Kami sedang berselisih'), ('berhalangan', 'Saya cuti, sakit, atau bertugas jauh'), ('lainnya', 'Alasan lain')], max_length=25)),
                ('keterangan', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['putaran_id', 'id'],
                'indexes': [models.Index(fields=['penilai', 'keadaan'], name='hak_penilai')],
                'constraints': [models.UniqueConstraint(fields=('putaran', 'penilai', 'dinilai'), name='hak_satu_per_orang'), models.CheckConstraint(condition=models.Q(('sumber__in', (kinerja.metode.agregasi.Sumber['REKAN'], kinerja.metode.agregasi.Sumber['BAWAHAN']))), name='hak_sumber_diundi')],
            },
        ),
        migrations.CreateModel(
            name='Amplop',
            fields=[
                ('hak', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='amplop', serialize=False, to='sumber.hakmenilai')),
                ('isi', models.BinaryField()),
            ],
            options={
                'ordering': ['hak_id'],
            },
        ),
        migrations.CreateModel(
            name='BahanUndian',
            fields=[
                ('putaran', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='bahan', serialize=False, to='sumber.putaran')),
                ('isi', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['putaran_id'],
            },
        ),
        migrations.CreateModel(
            name='Kalimat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('putaran', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kalimat', to='sumber.putaran')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kalimat', to='perencanaan.skp')),
                ('sumber', models.CharField(choices=[('diri', 'Diri sendiri'), ('atasan', 'Atasan'), ('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan'), ('tim_evaluasi', 'Tim evaluasi'), ('masyarakat', 'Masyarakat'), ('rekap', 'Rekap data')], max_length=15)),
                ('teks', models.TextField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Konflik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('satu', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('lain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('jenis', models.CharField(choices=[('keberatan', 'Pernah mengajukan atau menangani keberatan'), ('kasus', 'Terlibat dalam satu kasus'), ('pribadi', 'Hubungan pribadi')], max_length=10)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-mulai_on', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('satu__lt', models.F('lain'))), name='konflik_berurutan'), models.UniqueConstraint(condition=models.Q(('selesai_on', None)), fields=('satu', 'lain', 'jenis'), name='konflik_berjalan_satu')],
            },
        ),
        migrations.CreateModel(
            name='NilaiDiri',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_nilai_diri', to='perencanaan.skp')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kebijakan.periode')),
                ('jawaban', models.JSONField(default=dict)),
                ('kalimat', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['skp_id', 'periode_id'],
                'constraints': [models.UniqueConstraint(fields=('skp', 'periode'), name='nilai_diri_satu')],
            },
        ),
        migrations.CreateModel(
            name='Rangkuman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('putaran', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_rangkuman', to='sumber.putaran')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_rangkuman', to='perencanaan.skp')),
                ('sumber', models.CharField(choices=[('diri', 'Diri sendiri'), ('atasan', 'Atasan'), ('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan'), ('tim_evaluasi', 'Tim evaluasi'), ('masyarakat', 'Masyarakat'), ('rekap', 'Rekap data')], max_length=15)),
                ('aspek', models.CharField(max_length=40)),
                ('langkah_1', models.PositiveSmallIntegerField(default=0)),
                ('langkah_2', models.PositiveSmallIntegerField(default=0)),
                ('langkah_3', models.PositiveSmallIntegerField(default=0)),
                ('langkah_4', models.PositiveSmallIntegerField(default=0)),
                ('langkah_5', models.PositiveSmallIntegerField(default=0)),
                ('tidak_tahu', models.PositiveSmallIntegerField(default=0)),
                ('n', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['skp_id', 'sumber', 'aspek'],
                'constraints': [models.UniqueConstraint(fields=('putaran', 'skp', 'sumber', 'aspek'), name='rangkuman_satu'), models.CheckConstraint(condition=models.Q(('n', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('langkah_1'), '+', models.F('langkah_2')), '+', models.F('langkah_3')), '+', models.F('langkah_4')), '+', models.F('langkah_5')), '+', models.F('tidak_tahu')))), name='rangkuman_berjumlah_n')],
            },
        ),
        migrations.CreateModel(
            name='TimEvaluasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tim_evaluasi', to='kepegawaian.unitkerja')),
                ('nama', models.CharField(max_length=120)),
                ('dasar', models.CharField(blank=True, help_text='Nomor surat keputusan.', max_length=150)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('dibentuk_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['unit_kerja__jalur', '-mulai_on'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'mulai_on'), name='tim_satu_per_masa'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='tim_masa_berurutan')],
            },
        ),
        migrations.CreateModel(
            name='AnggotaTim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_anggota', to='sumber.timevaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_keanggotaan', to='kepegawaian.pegawai')),
                ('keluar_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['tim_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(fields=('tim', 'pegawai'), name='anggota_satu_per_tim')],
            },
        ),
        migrations.CreateModel(
            name='NilaiTim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anggota', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_nilai', to='sumber.anggotatim')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_nilai_tim', to='perencanaan.skp')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kebijakan.periode')),
                ('keadaan', models.CharField(choices=[('menunggu', 'Belum diisi'), ('terisi', 'Sudah diisi'), ('menolak', 'Tidak bersedia'), ('digantikan', 'Digantikan')], default=kinerja.sumber.istilah.KeadaanHak['MENUNGGU'], max_length=10)),
                ('jawaban', models.JSONField(default=dict)),
                ('hasil_kerja', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('batas_on', models.DateField()),
                ('kalimat', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['periode_id', 'skp_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('anggota', 'skp', 'periode'), name='nilai_tim_satu'), models.CheckConstraint(condition=models.Q(('hasil_kerja', None), models.Q(('hasil_kerja__gte', 1), ('hasil_kerja__lte', 5)), _connector='OR'), name='nilai_tim_langkah')],
            },
        ),
    ]
