package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.finplan.platform.outbox.upkeep.Upkeep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final Duration RETENTION = Duration.ofHours(24);

    private TestDatabase database;
    private SimpleMeterRegistry meters;

    @BeforeEach
    void open() {
        database = TestDatabase.create(TestServers.postgres());
        meters = new SimpleMeterRegistry();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deletesOnlyWhatWasPublishedLongAgo() {
        SampleEvents.append(database, Collections.nCopies(12_000, "sample").toArray(String[]::new));
        execute("UPDATE outbox SET published_at = now() - interval '25 hours' WHERE position <= 11000");
        execute("UPDATE outbox SET published_at = NULL WHERE position IN (7, 10500)");
        execute("UPDATE outbox SET published_at = now() - interval '1 hour' WHERE position BETWEEN 11001 AND 11500");
        assertThat(upkeep().deletePublished(RETENTION)).isEqualTo(10_998);
        assertThat(database.count("outbox")).isEqualTo(1_002);
        assertThat(database.count("outbox WHERE position IN (7, 10500)")).isEqualTo(2);
        assertThat(upkeep().deletePublished(RETENTION)).isZero();
    }

    @Test
    void forgetsOnlyWhatTookEffectLongAgo() {
        execute("INSERT INTO inbox SELECT 'sample', (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint -"
                + " n::bigint * 86400000), 12, '0') || '7000800000000000' || '0000')::uuid, now() - n * interval '1 day'"
                + " FROM generate_series(0, 150) AS n");
        execute("INSERT INTO inbox SELECT 'other', event_id, received_at FROM inbox");
        Clock later = Clock.fixed(Instant.now().plusSeconds(60), ZoneOffset.UTC);
        Upkeep upkeep = new Upkeep(database.jdbi(), later, meters);
        assertThat(upkeep.deleteReceived("sample", Duration.ofDays(100))).isEqualTo(51);
        assertThat(database.count("inbox WHERE consumer = 'sample'")).isEqualTo(100);
        assertThat(database.count("inbox WHERE consumer = 'other'")).isEqualTo(151);
    }

    @Test
    void measuresWhatWaits() {
        SampleEvents.append(database, "a", "b", "b");
        execute("UPDATE outbox SET occurred_at = occurred_at - interval '90 seconds' WHERE position = 1");
        execute("INSERT INTO outbox_parked SELECT 'b', 2, id, 'sample', now() FROM outbox WHERE position = 2");
        upkeep().measure();
        assertThat(meters.get("finplan.outbox.unpublished").gauge().value()).isEqualTo(3);
        assertThat(meters.get("finplan.outbox.oldest.seconds").gauge().value()).isBetween(89.0, 150.0);
        assertThat(meters.get("finplan.outbox.parked.aggregates").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("finplan.consumer.dead.letters").gauge().value()).isZero();
    }

    private Upkeep upkeep() {
        return new Upkeep(database.jdbi(), Clock.systemUTC(), meters);
    }

    private void execute(String sql) {
        database.call(handle -> handle.execute(sql));
    }
}
