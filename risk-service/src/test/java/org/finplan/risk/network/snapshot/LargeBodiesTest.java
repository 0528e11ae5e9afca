package org.finplan.risk.network.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.junit.jupiter.api.Test;

/** One large network is read at a time; small ones never wait. */
class LargeBodiesTest {

    private static final String LARGE = "1000001";

    private final List<Handler<AsyncResult<Void>>> ends = new ArrayList<>();
    private final CurrentVertxRequest request = new CurrentVertxRequest();
    private final LargeBodies bodies =
            new LargeBodies(request, new ReadyNetworksTest.Small(1, 1, 1, Duration.ofMillis(1)));

    private <T> T fake(Class<T> type, Map<String, ?> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("addEndHandler") && arguments != null) {
                        @SuppressWarnings("unchecked") // the only handler that it takes
                        Handler<AsyncResult<Void>> end = (Handler<AsyncResult<Void>>) arguments[0];
                        ends.add(end);
                        return ends.size();
                    }
                    return answers.get(method.getName());
                }));
    }

    private void from(boolean gone) {
        HttpServerResponse response = fake(HttpServerResponse.class, Map.of("ended", false, "closed", gone));
        request.setCurrent(fake(RoutingContext.class, Map.of("response", response)));
    }

    @Test
    void theNextOneIsReadWhenTheFirstHasEnded() {
        from(false);
        bodies.admit(LARGE);
        bodies.admit("1000000");
        for (String length : new String[] {LARGE, null}) {
            assertThatThrownBy(() -> bodies.admit(length)).satisfies(refused -> {
                ProblemException problem = (ProblemException) refused;
                assertThat(problem.code()).isEqualTo(WebError.SERVICE_UNAVAILABLE);
                assertThat(problem.headers()).containsEntry("Retry-After", "30");
            });
        }
        ends.get(0).handle(null);
        bodies.admit(LARGE);
        assertThatThrownBy(() -> bodies.admit(LARGE)).isInstanceOf(ProblemException.class);
        // The end of the first one frees its own place once, not that of the second.
        ends.get(0).handle(null);
        assertThatThrownBy(() -> bodies.admit(LARGE)).isInstanceOf(ProblemException.class);
        ends.get(1).handle(null);
        bodies.admit(LARGE);
    }

    @Test
    void whoHasGoneKeepsNoPlace() {
        from(true);
        for (int time = 0; time < 3; time++) {
            bodies.admit(LARGE);
        }
        assertThat(ends).hasSize(3);
    }
}
