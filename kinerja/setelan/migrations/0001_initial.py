import django.db.models.deletion
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
            name='Setelan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_setelan', to='kepegawaian.instansi')),
                ('kelompok', models.CharField(max_length=40)),
                ('kode', models.CharField(max_length=60)),
                ('nilai', models.TextField(blank=True)),
                ('sumber', models.CharField(blank=True, max_length=300)),
                ('alasan', models.CharField(blank=True, max_length=500)),
                ('diubah_at', models.DateTimeField()),
                ('diubah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['kelompok', 'kode'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'kelompok', 'kode'), name='setelan_satu_nilai'), models.CheckConstraint(condition=models.Q(models.Q(('sumber', ''), _negated=True), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='setelan_bersumber_atau_beralasan')],
            },
        ),
    ]
