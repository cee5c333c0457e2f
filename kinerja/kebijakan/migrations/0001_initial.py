import django.db.models.deletion
import kinerja.kebijakan.models
import kinerja.peraturan.jadwal.periode
from decimal import Decimal
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
            name='Kebijakan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kebijakan', to='kepegawaian.unitkerja')),
                ('versi', models.PositiveSmallIntegerField(default=1)),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('ditetapkan', 'Ditetapkan')], default=kinerja.kebijakan.models.StatusKebijakan['DITETAPKAN'], max_length=12)),
                ('berlaku_on', models.DateField()),
                ('dasar', models.TextField(blank=True, help_text='Dasar hukum dan catatan, dibaca semua pegawai.')),
                ('frekuensi_dokumentasi', models.CharField(choices=[('harian', 'Harian'), ('mingguan', 'Mingguan'), ('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('semesteran', 'Semesteran'), ('tahunan', 'Tahunan')], default=kinerja.peraturan.jadwal.periode.JenisPeriode['BULANAN'], max_length=12)),
                ('frekuensi_evaluasi', models.CharField(choices=[('harian', 'Harian'), ('mingguan', 'Mingguan'), ('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('semesteran', 'Semesteran'), ('tahunan', 'Tahunan')], default=kinerja.peraturan.jadwal.periode.JenisPeriode['TRIWULANAN'], max_length=12)),
                ('jendela_evaluasi_hari', models.PositiveSmallIntegerField(default=14, help_text='Lama jendela evaluasi sesudah periode berakhir, dalam hari kalender.')),
                ('jendela_sumber_hari', models.PositiveSmallIntegerField(default=7, help_text='Lama rekan, bawahan, dan tim dapat mengisi, dalam hari kalender.')),
                ('sebagian_besar', models.DecimalField(decimal_places=3, default=Decimal('0.5'), max_digits=4)),
                ('sebagian_kecil', models.DecimalField(decimal_places=3, default=Decimal('0.25'), max_digits=4)),
                ('ambang_sesuai', models.DecimalField(decimal_places=2, default=Decimal('37.5'), max_digits=5)),
                ('ambang_di_atas', models.DecimalField(decimal_places=2, default=Decimal('75'), max_digits=5)),
                ('jumlah_rekan', models.PositiveSmallIntegerField(default=5, help_text='Rekan yang diundi untuk satu orang.')),
                ('jumlah_bawahan', models.PositiveSmallIntegerField(default=5)),
                ('beban_penilai', models.PositiveSmallIntegerField(default=6, help_text='Paling banyak orang yang dinilai seorang rekan atau bawahan dalam satu periode.')),
                ('target_jp', models.PositiveSmallIntegerField(default=20, help_text='Target jam pelajaran setahun.')),
                ('jarak_dialog_hari', models.PositiveSmallIntegerField(default=90, help_text='Penilai diingatkan bila belum berdialog dengan seseorang selama ini, hari kalender.')),
                ('batas_dukungan_hari', models.PositiveSmallIntegerField(default=5, help_text='Permintaan dukungan dijawab penilai dalam sekian hari kerja.')),
                ('patok', models.JSONField(blank=True, default=dict)),
                ('aturan_tindak_lanjut', models.JSONField(blank=True, default=list)),
                ('catatan_rating_kepala', models.TextField(blank=True, default='Menurut SE Menteri PANRB 3/2023, rating hasil kerja pimpinan unit mengikuti capaian unit yang ia pimpin.')),
                ('dibuat_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ditetapkan_at', models.DateTimeField(blank=True, null=True)),
                ('revisi', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['unit_kerja__jalur', '-berlaku_on'],
                'constraints': [models.UniqueConstraint(fields=('unit_kerja', 'versi'), name='kebijakan_satu_versi'), models.UniqueConstraint(condition=models.Q(('status', 'draf')), fields=('unit_kerja',), name='kebijakan_satu_draf'), models.CheckConstraint(condition=models.Q(('sebagian_kecil__lte', models.F('sebagian_besar'))), name='kebijakan_ambang_berurutan'), models.CheckConstraint(condition=models.Q(('ambang_sesuai__lt', models.F('ambang_di_atas'))), name='kebijakan_skor_berurutan')],
            },
        ),
        migrations.CreateModel(
            name='AspekKebijakan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kebijakan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_aspek', to='kebijakan.kebijakan')),
                ('kode', models.SlugField(max_length=40)),
                ('nama', models.CharField(max_length=80)),
                ('jenis', models.CharField(choices=[('berakhlak', 'Nilai dasar BerAKHLAK'), ('sendiri', 'Aspek instansi'), ('kompetensi', 'Kompetensi jabatan'), ('layanan', 'Kepuasan masyarakat'), ('kehadiran', 'Kehadiran'), ('belajar', 'Upaya belajar')], max_length=12)),
                ('uraian', models.TextField(blank=True)),
                ('jangkar', models.JSONField(blank=True, default=list)),
                ('sumber', models.JSONField(blank=True, default=list)),
                ('unsur_skm', models.CharField(blank=True, choices=[('persyaratan', 'Persyaratan'), ('prosedur', 'Sistem, mekanisme, dan prosedur'), ('waktu', 'Waktu penyelesaian'), ('biaya', 'Biaya/tarif'), ('produk', 'Produk spesifikasi jenis pelayanan'), ('kompetensi_pelaksana', 'Kompetensi pelaksana'), ('perilaku_pelaksana', 'Perilaku pelaksana'), ('pengaduan', 'Penanganan pengaduan, saran, dan masukan'), ('sarana', 'Sarana dan prasarana')], max_length=30)),
                ('kompetensi_kode', models.CharField(blank=True, max_length=40)),
                ('ikut_dihitung', models.BooleanField(default=True)),
                ('urutan', models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                'ordering': ['kebijakan_id', 'urutan', 'id'],
                'constraints': [models.UniqueConstraint(fields=('kebijakan', 'kode'), name='aspek_satu_kode')],
            },
        ),
        migrations.CreateModel(
            name='Periode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_periode', to='kepegawaian.instansi')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('tahap', models.CharField(choices=[('dokumentasi', 'Pendokumentasian'), ('periodik', 'Evaluasi periodik'), ('tahunan', 'Evaluasi tahunan')], max_length=12)),
                ('jenis', models.CharField(choices=[('harian', 'Harian'), ('mingguan', 'Mingguan'), ('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('semesteran', 'Semesteran'), ('tahunan', 'Tahunan')], max_length=12)),
                ('urutan', models.PositiveSmallIntegerField()),
                ('nama', models.CharField(max_length=60)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('jendela_mulai_on', models.DateField(help_text='Hari pertama pengisian atau evaluasi.')),
                ('jendela_selesai_on', models.DateField(help_text='Hari terakhir; sesudahnya tercatat terlambat.')),
                ('dibuka_at', models.DateTimeField(blank=True, null=True)),
                ('ditutup_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['tahun', 'tahap', 'urutan'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'tahun', 'tahap', 'jenis', 'urutan'), name='periode_satu_urutan'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='periode_selesai_setelah_mulai'), models.CheckConstraint(condition=models.Q(('jendela_selesai_on__gte', models.F('jendela_mulai_on'))), name='periode_jendela_berurutan')],
            },
        ),
        migrations.CreateModel(
            name='SumberKebijakan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kebijakan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_sumber', to='kebijakan.kebijakan')),
                ('dimensi', models.CharField(choices=[('perilaku', 'Perilaku kerja'), ('hasil', 'Hasil kerja')], default=kinerja.kebijakan.models.Dimensi['PERILAKU'], max_length=10)),
                ('sumber', models.CharField(choices=[('diri', 'Diri sendiri'), ('atasan', 'Atasan'), ('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan'), ('tim_evaluasi', 'Tim evaluasi'), ('masyarakat', 'Masyarakat'), ('rekap', 'Rekap data')], max_length=15)),
                ('bobot', models.PositiveSmallIntegerField(help_text='Persen. Bobot diri hanya disebut: sumber lain yang membaginya.')),
                ('minimum', models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                'ordering': ['kebijakan_id', '-dimensi', '-bobot', 'sumber'],
                'constraints': [models.UniqueConstraint(fields=('kebijakan', 'dimensi', 'sumber'), name='sumber_satu_per_dimensi'), models.CheckConstraint(condition=models.Q(('bobot__lte', 100)), name='sumber_bobot_persen'), models.CheckConstraint(condition=models.Q(('minimum__gte', 1)), name='sumber_minimum_satu')],
            },
        ),
        migrations.CreateModel(
            name='HariLibur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_libur', to='kepegawaian.instansi')),
                ('tanggal', models.DateField()),
                ('nama', models.CharField(max_length=120)),
                ('jenis', models.CharField(choices=[('nasional', 'Libur nasional'), ('cuti_bersama', 'Cuti bersama'), ('daerah', 'Libur daerah')], default=kinerja.kebijakan.models.JenisLibur['NASIONAL'], max_length=15)),
            ],
            options={
                'ordering': ['tanggal'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'tanggal'), name='libur_satu_per_hari')],
            },
        ),
    ]
