package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The packaged gateway, in a process of its own with less memory than one of the bodies has bytes. What a process takes is
 * read where Linux tells it.
 */
@Order(7)
@EnabledOnOs(OS.LINUX)
@ExtendWith(SharedSuite.class)
class GatewayMemoryIT {

    private static final long MEGABYTE = 1 << 20;
    private static final long SMALL = MEGABYTE;
    private static final long LARGE = 200 * MEGABYTE;

    /** All of the heap is touched at the start, so that what the process grows by lies outside of it. */
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch", "-XX:MaxDirectMemorySize=32m");

    private static final int AT_ONCE = 4;

    @Test
    void aBodyOf200MegabytesTakesNoMoreMemoryThanASmallOne(Suite suite) {
        try (Sink sink = new Sink();
                Fleet fleet = new Fleet(suite, List.of("gateway-1"), options(sink))) {
            fleet.start();
            URI gateway = fleet.gateways().get(0);
            String token = suite.token("city-officer");
            Path status =
                    Path.of("/proc", Long.toString(fleet.process("gateway-1").pid()), "status");
            for (int i = 0; i < 50; i++) {
                pass(gateway, token, SMALL);
            }
            atOnce(gateway, token, SMALL);
            long small = peakKilobytes(status);
            pass(gateway, token, LARGE);
            long large = peakKilobytes(status);
            atOnce(gateway, token, LARGE);
            long many = peakKilobytes(status);
            System.out.printf(
                    "Peak memory of the gateway: %d KB after bodies of 1 MB, %d KB after one of 200 MB each way,"
                            + " %d KB after %d of them at once%n",
                    small, large, many, AT_ONCE);
            // Less than a tenth of what passed: the code that is compiled meanwhile takes some, too.
            assertThat((large - small) * 1024).isLessThan(LARGE / 10);
            assertThat((many - small) * 1024).isLessThan(LARGE / 10);
        }
    }

    private static List<String> options(Sink sink) {
        List<String> options = new ArrayList<>(LITTLE_MEMORY);
        options.add("-Dfinplan.gateway.services.sink.urls=" + sink.address());
        options.add("-Dfinplan.gateway.routes.sink.service=sink");
        options.add("-Dfinplan.gateway.routes.sink.paths=/api/v1/sink");
        options.add("-Dfinplan.gateway.routes.sink.body-limit=1G");
        return options;
    }

    /** Four bodies each way at the same time: kept, they would be eight times the heap. */
    private static void atOnce(URI gateway, String token, long bytes) {
        CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                        .mapToObj(one -> CompletableFuture.runAsync(() -> pass(gateway, token, bytes)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void pass(URI gateway, String token, long bytes) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve("/api/v1/sink/one")).header("Authorization", "Bearer " + token);
        HttpResponse<String> up = Http.send(request.copy()
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(bytes)))
                .build());
        assertThat(up.statusCode()).as(up.body()).isEqualTo(200);
        assertThat(up.body()).isEqualTo(Long.toString(bytes));
        AtomicLong received = new AtomicLong();
        try {
            HttpResponse<Void> down = Http.CLIENT.send(
                    request.uri(gateway.resolve("/api/v1/sink/one?" + bytes))
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArrayConsumer(
                            piece -> piece.ifPresent(some -> received.addAndGet(some.length))));
            assertThat(down.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(received).hasValue(bytes);
    }

    /** The most that the process ever had in memory. */
    private static long peakKilobytes(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int size = (int) Math.min(length, left);
            left -= size;
            return size;
        }
    }
}
