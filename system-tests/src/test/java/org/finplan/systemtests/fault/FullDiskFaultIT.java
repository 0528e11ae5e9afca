package org.finplan.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.finplan.systemtests.repository.Repository;
import org.finplan.systemtests.suite.Fleet;
import org.finplan.systemtests.suite.Http;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk under database, broker and logs fills, twice; after room is made all goes on by itself, and nothing is lost. */
@Tag("fault")
@Order(3)
class FullDiskFaultIT {

    private static final Duration HEALED = Duration.ofSeconds(90);
    private static final long NEARLY_FULL = 120L << 20;
    private static final long FULL_SECONDS = 40;

    @Test
    void writesAreRefusedInTimeAndAllGoesOnWhenThereIsRoom() throws Exception {
        assumeThat(SmallDisk.available())
                .as("the superuser of the system, to mount a small disk")
                .isTrue();
        try (SmallDisk disk = SmallDisk.mount(Repository.ROOT.resolve("system-tests/target/small-disk"));
                Suite suite = Suite.start(disk.path().resolve("stack"), Map.of());
                Fleet fleet = new Fleet(suite)) {
            fleet.start();
            Books books = new Books(suite, fleet.gateways().get(0));
            for (int time = 1; time <= 2; time++) {
                fill(time, disk, suite, fleet, books);
            }
        }
    }

    private static void fill(int time, SmallDisk disk, Suite suite, Fleet fleet, Books books) throws Exception {
        Logs logs = new Logs(suite.data().resolve("logs"));
        Traffic traffic = new Traffic(suite, fleet.gateways(), "full disk " + time + " " + Instant.now());
        try (traffic) {
            traffic.awaitWrites(8, HEALED);
            disk.fillUpTo(NEARLY_FULL);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> refusesWritesAndReads(suite, fleet));
            long full = System.nanoTime();
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(FULL_SECONDS + 20))
                    .until(() -> {
                        disk.fillWhole();
                        return System.nanoTime() - full > TimeUnit.SECONDS.toNanos(FULL_SECONDS);
                    });
            disk.makeRoom();
            long room = System.nanoTime();
            traffic.awaitWrites(8, HEALED);
            books.healWithin(HEALED);
            Duration took = Duration.ofNanos(System.nanoTime() - room);
            System.out.println(Books.told("full disk, time " + time, took, traffic.statuses()));
        }
        books.areRight(traffic);
        logs.haveStayedShort();
    }

    private static void refusesWritesAndReads(Suite suite, Fleet fleet) {
        for (URI gateway : fleet.gateways()) {
            HttpResponse<String> write = Http.send(request(suite, gateway.resolve("/api/v1/observations"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString("""
                            {"items":[{"indicator":"green-credit","region":"441225","period":"2024","value":1,\
                            "unit":"CNY_100M","source":{"title":"sample: full disk","reference":"test"}}]}"""))
                    .build());
            assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
            assertThat(write.body()).contains("\"storage-full\"");
            assertThat(write.headers().firstValue("Retry-After")).isPresent();
            HttpResponse<String> read = Http.send(
                    request(suite, gateway.resolve("/api/v1/alerts?limit=1")).build());
            assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        }
    }

    private static HttpRequest.Builder request(Suite suite, URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + suite.token("city-officer"));
    }
}
