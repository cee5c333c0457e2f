import django.db.models.deletion
import kinerja.tanya.istilah
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pertanyaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tentang', models.CharField(blank=True, max_length=40)),
                ('teks', models.CharField(max_length=1000)),
                ('keadaan', models.CharField(choices=[('menunggu', 'Menunggu jawaban'), ('dijawab', 'Sudah dijawab'), ('jelas', 'Sudah jelas'), ('ditarik', 'Ditarik')], default=kinerja.tanya.istilah.KeadaanTanya['MENUNGGU'], max_length=10)),
                ('batas_on', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('naik_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('penanya', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pertanyaan', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.unitkerja')),
            ],
            options={
                'ordering': ['-asked_at', '-id'],
                'indexes': [models.Index(fields=['penanya', '-asked_at'], name='tanya_penanya'), models.Index(fields=['keadaan', 'batas_on'], name='tanya_batas')],
            },
        ),
        migrations.CreateModel(
            name='FAQ',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topik', models.CharField(blank=True, max_length=40)),
                ('judul', models.CharField(max_length=200)),
                ('jawaban', models.CharField(max_length=3000)),
                ('urutan', models.PositiveSmallIntegerField(default=10)),
                ('keadaan', models.CharField(choices=[('diusulkan', 'Menunggu diterbitkan'), ('terbit', 'Terbit'), ('ditarik', 'Ditarik')], default=kinerja.tanya.istilah.KeadaanFAQ['DIUSULKAN'], max_length=10)),
                ('diusulkan_at', models.DateTimeField()),
                ('diterbitkan_at', models.DateTimeField(blank=True, null=True)),
                ('diubah_at', models.DateTimeField()),
                ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kepegawaian.instansi')),
                ('pertanyaan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='faq', to='tanya.pertanyaan')),
            ],
            options={
                'verbose_name': 'FAQ',
                'ordering': ['topik', 'urutan', 'judul', 'id'],
                'indexes': [models.Index(fields=['instansi', 'keadaan'], name='faq_terbit')],
            },
        ),
        migrations.CreateModel(
            name='PesanTanya',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('jawaban', 'Jawaban'), ('lanjutan', 'Bertanya lagi')], max_length=10)),
                ('teks', models.CharField(max_length=3000)),
                ('at', models.DateTimeField()),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pertanyaan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_pesan', to='tanya.pertanyaan')),
            ],
            options={
                'ordering': ['pertanyaan_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Penggerak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai_on', models.DateField()),
                ('selesai_on', models.DateField(blank=True, null=True)),
                ('alasan', models.CharField(blank=True, max_length=200)),
                ('ditunjuk_at', models.DateTimeField()),
                ('diakhiri_at', models.DateTimeField(blank=True, null=True)),
                ('diakhiri_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ditunjuk_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penggerak', to='kepegawaian.pegawai')),
                ('unit_kerja', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penggerak', to='kepegawaian.unitkerja')),
            ],
            options={
                'ordering': ['unit_kerja__jalur', 'pegawai__nama', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('diakhiri_at__isnull', True)), fields=('unit_kerja', 'pegawai'), name='penggerak_satu_kali_per_unit'), models.CheckConstraint(condition=models.Q(('selesai_on__isnull', True), ('selesai_on__gte', models.F('mulai_on')), _connector='OR'), name='penggerak_selesai_setelah_mulai')],
            },
        ),
    ]
