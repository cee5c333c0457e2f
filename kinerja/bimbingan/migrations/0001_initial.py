import django.db.models.deletion
import kinerja.bimbingan.istilah
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('akun', '__first__'),
        ('kepegawaian', '0001_initial'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bimbingan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bimbingan', to='perencanaan.skp')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bimbingan', to='kepegawaian.pegawai')),
                ('pembimbing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_membimbing', to='kepegawaian.pegawai')),
                ('bentuk', models.CharField(choices=[('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('formal_training', 'Formal training'), ('informal_training', 'Informal training')], max_length=20)),
                ('topik', models.CharField(max_length=200)),
                ('alasan', models.TextField(blank=True)),
                ('keadaan', models.CharField(choices=[('diusulkan', 'Menunggu kesediaan pembimbing'), ('ditolak', 'Pembimbing tidak bersedia'), ('berjalan', 'Berjalan'), ('ditandatangani', 'Menunggu tanda tangan pegawai'), ('selesai', 'Selesai'), ('dihentikan', 'Dihentikan')], max_length=15)),
                ('peluang', models.TextField(blank=True)),
                ('revisi', models.PositiveIntegerField(default=0)),
                ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('catatan', models.TextField(blank=True)),
                ('pembimbing_signed_at', models.DateTimeField(blank=True, null=True)),
                ('pegawai_signed_at', models.DateTimeField(blank=True, null=True)),
                ('reported_at', models.DateTimeField(blank=True, null=True)),
                ('tindak_lanjut', models.TextField(blank=True)),
                ('tindak_lanjut_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-proposed_at', '-id'],
                'indexes': [models.Index(fields=['keadaan', 'pembimbing'], name='bimbingan_pembimbing')],
                'constraints': [models.CheckConstraint(condition=models.Q(('pegawai', models.F('pembimbing')), _negated=True), name='bimbingan_bukan_diri_sendiri'), models.CheckConstraint(condition=models.Q(('bentuk__in', ['coaching', 'mentoring'])), name='bimbingan_coaching_atau_mentoring'), models.CheckConstraint(condition=models.Q(models.Q(('keadaan', 'selesai'), _negated=True), models.Q(('pegawai_signed_at__isnull', False), ('pembimbing_signed_at__isnull', False)), _connector='OR'), name='bimbingan_selesai_bertanda_tangan')],
            },
        ),
        migrations.CreateModel(
            name='ButirCoaching',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bimbingan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_butir', to='bimbingan.bimbingan')),
                ('indikator', models.TextField()),
                ('baseline', models.CharField(blank=True, max_length=200)),
                ('target', models.CharField(max_length=200)),
                ('strategi', models.TextField()),
                ('progres', models.TextField()),
                ('masalah', models.TextField()),
                ('penyebab', models.TextField()),
                ('langkah', models.TextField(blank=True)),
                ('penyesuaian', models.BooleanField(blank=True, null=True)),
            ],
            options={
                'ordering': ['bimbingan_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EntriJurnal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bimbingan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_jurnal', to='bimbingan.bimbingan')),
                ('on', models.DateField()),
                ('tempat', models.CharField(max_length=150)),
                ('bentuk', models.CharField(choices=[('shadowing_events', 'Shadowing events'), ('work_sharing', 'Work sharing'), ('hands_on_training', 'Hands-on-training'), ('introducing', 'Introducing')], max_length=20)),
                ('materi', models.TextField()),
                ('rencana_aksi', models.TextField()),
                ('target_on', models.DateField(blank=True, null=True)),
                ('penulis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['bimbingan_id', 'on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('target_on__isnull', True), ('target_on__gte', models.F('on')), _connector='OR'), name='jurnal_target_setelah_pertemuan')],
            },
        ),
        migrations.CreateModel(
            name='EvaluasiKompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bimbingan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_kompetensi', to='bimbingan.bimbingan')),
                ('daftar_nilai', models.JSONField(default=list)),
                ('rekomendasi', models.TextField()),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-made_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='KonselorTerdaftar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_konselor', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_konselor', to='kepegawaian.pegawai')),
                ('jenis', models.CharField(choices=[('independen', 'Konselor independen yang ditunjuk instansi'), ('penilai', 'Pejabat penilai kinerja yang telah dilatih konseling'), ('fungsi_konseling', 'Pejabat yang memiliki fungsi memberikan konseling')], max_length=20)),
                ('dasar', models.CharField(help_text='SK penunjukan atau sertifikat pelatihan konseling.', max_length=200)),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['instansi_id', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('selesai_on__isnull', True)), fields=('pegawai',), name='konselor_terdaftar_sekali'), models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='konselor_selesai_setelah_mulai')],
            },
        ),
        migrations.CreateModel(
            name='LaporanPerilaku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_laporan_perilaku', to='perencanaan.skp')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_laporan_perilaku', to='kepegawaian.pegawai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('daftar_nilai', models.JSONField(default=list)),
                ('ekspektasi_khusus', models.TextField(blank=True)),
                ('permasalahan', models.TextField()),
                ('serupa', models.BooleanField()),
                ('upaya', models.TextField()),
                ('dikomunikasikan_on', models.DateField()),
                ('jumlah_umpan_balik', models.PositiveSmallIntegerField()),
                ('keadaan', models.CharField(choices=[('diajukan', 'Menunggu unit kepegawaian'), ('dirujuk', 'Dirujuk untuk konseling'), ('ditutup', 'Ditutup tanpa konseling')], default=kinerja.bimbingan.istilah.KeadaanLaporan['DIAJUKAN'], max_length=10)),
                ('sent_at', models.DateTimeField()),
                ('putusan', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-sent_at', '-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan', 'diajukan')), fields=('pegawai',), name='laporan_perilaku_satu_menunggu')],
            },
        ),
        migrations.CreateModel(
            name='Konseling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_konseling', to='kepegawaian.pegawai')),
                ('konselor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_mengonseling', to='kepegawaian.pegawai')),
                ('jenis_konselor', models.CharField(choices=[('independen', 'Konselor independen yang ditunjuk instansi'), ('penilai', 'Pejabat penilai kinerja yang telah dilatih konseling'), ('fungsi_konseling', 'Pejabat yang memiliki fungsi memberikan konseling')], max_length=20)),
                ('asal', models.CharField(choices=[('diminta', 'Diminta pegawai'), ('dirujuk', 'Rujukan atas laporan penilai')], max_length=10)),
                ('laporan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_konseling', to='bimbingan.laporanperilaku')),
                ('keadaan', models.CharField(choices=[('menunggu', 'Menunggu konselor'), ('ditolak', 'Konselor tidak dapat menerima'), ('berjalan', 'Berjalan'), ('selesai', 'Selesai')], max_length=10)),
                ('requested_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('shown_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('destroyed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-requested_at', '-id'],
                'indexes': [models.Index(fields=['konselor', 'keadaan'], name='konseling_konselor')],
                'constraints': [models.CheckConstraint(condition=models.Q(('pegawai', models.F('konselor')), _negated=True), name='konseling_bukan_diri_sendiri'), models.UniqueConstraint(condition=models.Q(('keadaan__in', ['menunggu', 'berjalan'])), fields=('pegawai', 'konselor'), name='konseling_satu_berjalan')],
            },
        ),
        migrations.CreateModel(
            name='AmplopKonseling',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('konseling', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_amplop', to='bimbingan.konseling')),
                ('jenis', models.CharField(choices=[('permintaan', 'Yang ingin dibicarakan'), ('catatan', 'Catatan pembicaraan'), ('draf', 'Draf rekaman hasil'), ('tanggapan', 'Tanggapan atas draf rekaman')], max_length=10)),
                ('penulis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
                ('isi', models.BinaryField()),
            ],
            options={
                'ordering': ['konseling_id', 'at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('jenis', 'catatan'), _negated=True), fields=('konseling', 'jenis'), name='amplop_satu_per_jenis')],
            },
        ),
        migrations.CreateModel(
            name='RekamanKonseling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('konseling', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='rekaman', to='bimbingan.konseling')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
                ('hasil', models.TextField()),
                ('tindak_lanjut', models.TextField()),
                ('jumlah_temu', models.PositiveSmallIntegerField()),
                ('kepada_penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('kepada_atasan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('kepada_kepegawaian', models.BooleanField(default=False)),
                ('sent_at', models.DateTimeField()),
                ('putusan', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-sent_at', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kepada_penilai__isnull', False), ('kepada_atasan__isnull', False), ('kepada_kepegawaian', True), _connector='OR'), name='rekaman_konseling_ada_penerima')],
            },
        ),
        migrations.CreateModel(
            name='TemuKonseling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('konseling', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_temu', to='bimbingan.konseling')),
                ('at', models.DateTimeField()),
                ('tempat', models.CharField(max_length=150)),
                ('keadaan', models.CharField(choices=[('dijadwalkan', 'Dijadwalkan'), ('terlaksana', 'Terlaksana'), ('batal', 'Batal')], default=kinerja.bimbingan.istilah.KeadaanTemu['DIJADWALKAN'], max_length=12)),
            ],
            options={
                'ordering': ['konseling_id', 'at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('keadaan', 'batal'), _negated=True), fields=('konseling', 'at'), name='temu_sekali_pada_satu_waktu')],
            },
        ),
        migrations.CreateModel(
            name='TujuanMentoring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bimbingan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tujuan', to='bimbingan.bimbingan')),
                ('keahlian', models.TextField()),
                ('jangka_waktu', models.CharField(max_length=100)),
                ('perubahan', models.TextField()),
                ('ukuran', models.TextField()),
            ],
            options={
                'ordering': ['bimbingan_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='UmpanBalikBimbingan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bimbingan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik', to='bimbingan.bimbingan')),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.pegawai')),
                ('jawaban', models.JSONField(default=list)),
                ('sent_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-sent_at', '-id'],
            },
        ),
    ]
