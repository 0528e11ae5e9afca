package org.finplan.risk.network.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Networks are kept ready within a bound, and made ready once. */
class ReadyNetworksTest {

    /** Small limits. */
    record Small(int firmsAtMost, int edgesAtMost, int readyAtMost, Duration patience) implements NetworkConfig {}

    private static final NetworkConfig CONFIG = new Small(3, 2, 10, Duration.ZERO);

    private static NetworkContent network(int firms) {
        List<Firm> all = new ArrayList<>();
        for (int firm = 0; firm < firms; firm++) {
            all.add(new Firm("演示样本-" + firm, BigDecimal.ONE, null, null, null));
        }
        return new NetworkContent(NetworkKind.DEBT, LocalDate.EPOCH, true, all, List.of());
    }

    @Test
    void whatIsKeptIsBounded() {
        ReadyNetworks ready = new ReadyNetworks(CONFIG);
        for (int network = 0; network < 20; network++) {
            assertThat(ready.get(UUID.randomUUID(), () -> network(3)).firms()).hasSize(3);
            assertThat(ready.weight()).isBetween(3L, 10L);
        }
        UUID large = UUID.randomUUID();
        assertThat(ready.get(large, () -> network(11)).firms()).hasSize(11);
        assertThat(ready.weight()).isLessThanOrEqualTo(10);
    }

    @Test
    void ofManyWhoAskAtOnceOneReads() throws Exception {
        ReadyNetworks ready = new ReadyNetworks(CONFIG);
        UUID id = UUID.randomUUID();
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<NetworkContent> first = CompletableFuture.supplyAsync(() -> ready.get(id, () -> {
            begun.countDown();
            reads.incrementAndGet();
            return network(2);
        }));
        begun.await();
        NetworkContent second = ready.get(id, () -> {
            reads.incrementAndGet();
            return network(2);
        });
        assertThat(first.get()).isSameAs(second);
        assertThat(reads).hasValue(1);
        assertThatThrownBy(() -> ready.get(UUID.randomUUID(), () -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsWorkedOutIsWorkedOutOnceAndAgainOnlyAfterAFault() {
        NetworkContent network = network(1);
        AtomicInteger times = new AtomicInteger();
        assertThatThrownBy(() -> network.derived("figure", () -> {
                    times.incrementAndGet();
                    throw new IllegalStateException("not yet");
                }))
                .isInstanceOf(IllegalStateException.class);
        for (int time = 0; time < 3; time++) {
            assertThat(network.derived("figure", times::incrementAndGet)).isEqualTo(2);
        }
        // What is worked out may need something else that is.
        assertThat(network.derived("sum", () -> network.<Integer>derived("figure", () -> 0) + 1))
                .isEqualTo(3);
    }

    @Test
    void oneMoreThanTheLimitIsRefusedWithPlaceAndLimit() {
        NetworkLimits limits = new NetworkLimits(CONFIG);
        limits.requireFirms(3);
        limits.requireEdges(2);
        assertThatThrownBy(() -> limits.requireFirms(4)).satisfies(refused -> {
            ProblemException problem = (ProblemException) refused;
            assertThat(problem.code()).isEqualTo(NetworkError.TOO_LARGE);
            assertThat(problem.errors()).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/nodes");
                assertThat(error.accepted()).isEqualTo(Collections.singletonList("0..3"));
            });
        });
        assertThatThrownBy(() -> limits.requireEdges(3)).isInstanceOf(ProblemException.class);
    }
}
