import django.db.models.deletion
import kinerja.peraturan.alur
import kinerja.peraturan.capaian
import kinerja.peraturan.skp.istilah
import kinerja.perencanaan.models.skp
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
            name='SKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_skp', to='kepegawaian.pegawai')),
                ('penempatan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_skp', to='kepegawaian.penempatan')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('penilai', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_skp_dinilai', to='kepegawaian.pegawai')),
                ('atasan_penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_skp_dibawahi', to='kepegawaian.pegawai')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField()),
                ('kategori', models.CharField(choices=[('pimpinan', 'Pimpinan (JPT dan unit kerja mandiri)'), ('pegawai', 'Pegawai (JA dan JF)')], max_length=12)),
                ('pendekatan', models.CharField(choices=[('kualitatif', 'Kualitatif'), ('kuantitatif', 'Kuantitatif')], max_length=12)),
                ('naskah', models.CharField(default='PermenPANRB 6/2022', max_length=60)),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('diajukan', 'Diajukan'), ('dikembalikan', 'Dikembalikan'), ('ditetapkan', 'Ditetapkan'), ('perubahan', 'Sedang diubah'), ('dievaluasi', 'Dievaluasi'), ('ditutup', 'Ditutup karena pindah')], default=kinerja.peraturan.alur.StatusSKP['DRAF'], max_length=15)),
                ('versi', models.PositiveSmallIntegerField(default=0)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('catatan_penilai', models.TextField(blank=True)),
                ('alasan_perubahan', models.TextField(blank=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'SKP',
                'verbose_name_plural': 'SKP',
                'ordering': ['-tahun', '-mulai_on', '-id'],
                'indexes': [models.Index(fields=['penilai', 'tahun', 'status'], name='skp_penilai'), models.Index(fields=['instansi', 'tahun', 'status'], name='skp_instansi')],
                'constraints': [models.UniqueConstraint(fields=('penempatan', 'tahun'), name='skp_satu_per_penempatan_dan_tahun'), models.CheckConstraint(condition=models.Q(('selesai_on__gte', models.F('mulai_on'))), name='skp_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='RencanaHasilKerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_rhk', to='perencanaan.skp')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('jenis', models.CharField(choices=[('utama', 'Utama'), ('tambahan', 'Tambahan')], default=kinerja.peraturan.skp.istilah.JenisHasilKerja['UTAMA'], max_length=10)),
                ('teks', models.TextField()),
                ('rhk_pimpinan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='daftar_turunan', to='perencanaan.rencanahasilkerja')),
                ('rhk_pimpinan_teks', models.TextField(blank=True)),
                ('penugasan_dari', models.CharField(blank=True, max_length=200)),
                ('tugas_plt', models.BooleanField(default=False)),
                ('diambil_alih_at', models.DateTimeField(blank=True, null=True)),
                ('catatan_ambil_alih', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['skp_id', '-jenis', 'urutan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='IndikatorKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rhk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_indikator', to='perencanaan.rencanahasilkerja')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('aspek', models.CharField(choices=[('kuantitas', 'Kuantitas'), ('kualitas', 'Kualitas'), ('waktu', 'Waktu'), ('biaya', 'Biaya')], default=kinerja.peraturan.skp.istilah.Aspek['KUANTITAS'], max_length=10)),
                ('teks', models.TextField()),
                ('satuan', models.CharField(blank=True, max_length=60)),
                ('target_bawah', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('target_atas', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('target_teks', models.TextField(blank=True)),
                ('arah', models.CharField(choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik'), ('dalam_rentang', 'Harus berada di dalam rentang')], default=kinerja.peraturan.capaian.Arah['NAIK'], max_length=15)),
                ('perspektif', models.CharField(blank=True, choices=[('penerima_layanan', 'Penerima Layanan'), ('proses_bisnis', 'Proses Bisnis'), ('penguatan_internal', 'Penguatan Internal'), ('anggaran', 'Anggaran')], max_length=20)),
                ('baseline', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('pengecualian_mutlak', models.BooleanField(default=False)),
                ('target_bulanan', models.JSONField(blank=True, default=dict)),
            ],
            options={
                'ordering': ['rhk_id', 'urutan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ManualIndikator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indikator', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='manual', to='perencanaan.indikatorkinerja')),
                ('tujuan', models.TextField(blank=True)),
                ('definisi', models.TextField(blank=True)),
                ('formula', models.TextField(blank=True)),
                ('satuan', models.CharField(blank=True, max_length=60)),
                ('kendali', models.CharField(blank=True, choices=[('outcome', 'Outcome'), ('outcome_antara', 'Outcome antara'), ('kendali_rendah', 'Output kendali rendah'), ('kendali_sedang', 'Output kendali sedang'), ('kendali_tinggi', 'Output kendali tinggi')], max_length=25)),
                ('sumber_data', models.TextField(blank=True)),
                ('periode_pelaporan', models.CharField(blank=True, choices=[('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('semesteran', 'Semesteran'), ('tahunan', 'Tahunan')], max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name='RencanaAksi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rhk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_aksi', to='perencanaan.rencanahasilkerja')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('teks', models.TextField()),
                ('batas_on', models.DateField(blank=True, null=True)),
                ('selesai_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['rhk_id', 'urutan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LampiranSKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_lampiran', to='perencanaan.skp')),
                ('jenis', models.CharField(choices=[('dukungan_sumber_daya', 'Dukungan sumber daya'), ('skema_pertanggungjawaban', 'Skema pertanggungjawaban'), ('konsekuensi', 'Konsekuensi')], max_length=30)),
                ('urutan', models.PositiveSmallIntegerField()),
                ('teks', models.TextField()),
            ],
            options={
                'ordering': ['skp_id', 'jenis', 'urutan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EkspektasiPerilaku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_ekspektasi', to='perencanaan.skp')),
                ('nilai', models.CharField(choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=30)),
                ('teks', models.TextField()),
            ],
            options={
                'ordering': ['skp_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('skp', 'nilai'), name='ekspektasi_satu_per_nilai')],
            },
        ),
        migrations.CreateModel(
            name='CatatanDialog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_dialog', to='perencanaan.skp')),
                ('penulis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('jenis', models.CharField(choices=[('catatan', 'Catatan'), ('ajuan', 'Pengajuan'), ('pengembalian', 'Pengembalian'), ('penetapan', 'Penetapan')], default=kinerja.perencanaan.models.skp.JenisDialog['CATATAN'], max_length=15)),
                ('teks', models.TextField()),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='VersiSKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_versi', to='perencanaan.skp')),
                ('nomor', models.PositiveSmallIntegerField()),
                ('isi', models.JSONField()),
                ('alasan', models.TextField(blank=True)),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('ditetapkan_at', models.DateTimeField()),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['skp_id', '-nomor'],
                'constraints': [models.UniqueConstraint(fields=('skp', 'nomor'), name='versi_skp_satu_nomor')],
            },
        ),
        migrations.CreateModel(
            name='Workblock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indikator', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='workblock', to='perencanaan.indikatorkinerja')),
                ('judul', models.CharField(max_length=200)),
                ('pemilik', models.CharField(blank=True, max_length=200)),
                ('pihak_terlibat', models.TextField(blank=True)),
                ('waktu', models.CharField(blank=True, max_length=120)),
                ('penerima_manfaat', models.TextField(blank=True)),
                ('tujuan', models.TextField(blank=True)),
                ('anggaran', models.CharField(blank=True, max_length=120)),
                ('strategi_rutin', models.TextField(blank=True)),
                ('strategi_transformatif', models.TextField(blank=True)),
                ('keluaran_rutin', models.TextField(blank=True)),
                ('keluaran_transformatif', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='SelMatriks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_sel', to='perencanaan.indikatorkinerja')),
                ('penempatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sel', to='kepegawaian.penempatan')),
                ('peran_hasil', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['indikator_id', 'penempatan_id'],
                'constraints': [models.UniqueConstraint(fields=('indikator', 'penempatan'), name='sel_matriks_satu')],
            },
        ),
        migrations.CreateModel(
            name='TemplatSKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jabatan', models.CharField(max_length=150)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_templat_skp', to='kepegawaian.instansi')),
            ],
            options={
                'ordering': ['jabatan', 'id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'jabatan'), name='templat_skp_satu_per_jabatan')],
            },
        ),
        migrations.CreateModel(
            name='HasilTemplat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('jenis', models.CharField(choices=[('utama', 'Utama'), ('tambahan', 'Tambahan')], default=kinerja.peraturan.skp.istilah.JenisHasilKerja['UTAMA'], max_length=10)),
                ('teks', models.TextField()),
                ('rencana_aksi', models.TextField(blank=True)),
                ('templat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_hasil', to='perencanaan.templatskp')),
            ],
            options={
                'ordering': ['templat_id', '-jenis', 'urutan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='IndikatorTemplat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('aspek', models.CharField(choices=[('kuantitas', 'Kuantitas'), ('kualitas', 'Kualitas'), ('waktu', 'Waktu'), ('biaya', 'Biaya')], default=kinerja.peraturan.skp.istilah.Aspek['KUANTITAS'], max_length=10)),
                ('teks', models.TextField()),
                ('satuan', models.CharField(blank=True, max_length=60)),
                ('arah', models.CharField(choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik'), ('dalam_rentang', 'Harus berada di dalam rentang')], default=kinerja.peraturan.capaian.Arah['NAIK'], max_length=15)),
                ('contoh_bawah', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('contoh_atas', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ('bukti_dukung', models.CharField(blank=True, max_length=200)),
                ('hasil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_indikator', to='perencanaan.hasiltemplat')),
            ],
            options={
                'ordering': ['hasil_id', 'urutan', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('contoh_atas__gte', models.F('contoh_bawah'))), name='templat_skp_rentang_contoh')],
            },
        ),
    ]
