package org.finplan.gateway.service;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One service behind the gateway: its instances, and the choice among them. */
public final class Service {

    /** At least so many second attempts may run at once, however little else runs. */
    private static final int LEAST_RETRIES = 3;

    /** One second attempt may run for so many requests. */
    private static final int REQUESTS_PER_RETRY = 5;

    private final String name;
    private final Instance[] instances;
    private final AtomicInteger retrying = new AtomicInteger();
    private final Runnable retried;
    private final AtomicBoolean asking = new AtomicBoolean();

    /**
     * A service.
     *
     * @param name of the service
     * @param instances of it, 1 to 64
     * @param retried told of each second attempt
     */
    Service(String name, List<Instance> instances, Runnable retried) {
        if (instances.isEmpty() || instances.size() > Long.SIZE) {
            throw new IllegalArgumentException("A service has 1 to 64 instances: finplan.gateway.services." + name);
        }
        this.name = name;
        this.instances = instances.toArray(Instance[]::new);
        this.retried = retried;
    }

    /** {@return name of the service, such as {@code indicators}} */
    public String name() {
        return name;
    }

    /** {@return all instances, well or not} */
    public List<Instance> instances() {
        return List.of(instances);
    }

    /** {@return how many instances are well} */
    public int wellInstances() {
        int well = 0;
        for (Instance instance : instances) {
            well += instance.up() ? 1 : 0;
        }
        return well;
    }

    /** {@return whether an instance that is well says that something beside requests suffers} */
    public boolean degraded() {
        for (Instance instance : instances) {
            if (instance.degraded()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the less busy of two instances that are well, picked at random: nearly as even as asking all of them, and
     * without the herd that runs to the one that was idle a moment ago.
     *
     * @param tried instances that this request was sent to already, one bit each
     * @param safe whether the request changes nothing
     * @return number of the instance, which must be released; -1 when none is well
     */
    public int take(long tried, boolean safe) {
        long now = System.nanoTime();
        long candidates = 0;
        for (int i = 0; i < instances.length; i++) {
            if ((tried & 1L << i) == 0 && instances[i].available(safe, now)) {
                candidates |= 1L << i;
            }
        }
        while (candidates != 0) {
            int chosen = choose(candidates);
            if (instances[chosen].take(safe, now)) {
                return chosen;
            }
            candidates &= ~(1L << chosen);
        }
        return -1;
    }

    private int choose(long candidates) {
        int count = Long.bitCount(candidates);
        if (count == 1) {
            return Long.numberOfTrailingZeros(candidates);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(count);
        int second = random.nextInt(count - 1);
        if (second >= first) {
            second++;
        }
        int one = nth(candidates, first);
        int other = nth(candidates, second);
        return instances[one].running() <= instances[other].running() ? one : other;
    }

    private static int nth(long bits, int n) {
        long rest = bits;
        for (int i = 0; i < n; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    /** {@return the instance of a number that {@link #take} gave} */
    public Instance instance(int number) {
        return instances[number];
    }

    /**
     * Asks once more when no instance is well: one request at a time waits for the answer, the others are told at once.
     * So a service that came back serves the very next request, and one that is unavailable is not asked more often for it.
     *
     * @return whether an instance is well again
     */
    public Future<Boolean> askAgain() {
        if (!asking.compareAndSet(false, true)) {
            return Future.succeededFuture(false);
        }
        return check().onComplete(done -> asking.set(false));
    }

    /** {@return asks every instance for its health now, and tells whether one is well} */
    public Future<Boolean> check() {
        return Future.all(List.of(instances).stream().map(Instance::check).toList())
                .map(all -> all.<Boolean>list().contains(true));
    }

    /**
     * Whether a second attempt may be made: only so many as a part of what runs, so that an ailing service does not get
     * its load doubled. Each that may must end in {@link #endRetry}.
     *
     * @return whether it may
     */
    public boolean beginRetry() {
        int running = 0;
        for (Instance instance : instances) {
            running += instance.running();
        }
        int most = Math.max(LEAST_RETRIES, running / REQUESTS_PER_RETRY);
        if (retrying.incrementAndGet() > most) {
            retrying.decrementAndGet();
            return false;
        }
        retried.run();
        return true;
    }

    /** A second attempt is over. */
    public void endRetry() {
        retrying.decrementAndGet();
    }

    /**
     * Asks the service itself, for answers that fit into memory.
     *
     * @param question what to ask
     * @param timeout most time without a byte of the answer
     * @return the answer, failed when the service cannot be reached or is too slow
     */
    public Future<Answer> ask(Question question, Duration timeout) {
        return ask(question, timeout, 0);
    }

    private Future<Answer> ask(Question question, Duration timeout, long tried) {
        boolean safe = question.method().equals(HttpMethod.GET);
        int number = take(tried, safe);
        if (number < 0) {
            return Future.failedFuture("no instance of " + name + " is well");
        }
        Instance instance = instances[number];
        return instance.open(false)
                .onFailure(failure -> {
                    if (Instance.busy(failure)) {
                        instance.abandoned();
                    } else {
                        instance.refused();
                    }
                    instance.release();
                })
                .map(Optional::of)
                .otherwise(Optional.empty())
                .compose(request -> request.isPresent()
                        ? send(instance, request.get(), question, timeout)
                        : ask(question, timeout, tried | 1L << number));
    }

    private static Future<Answer> send(
            Instance instance, HttpClientRequest request, Question question, Duration timeout) {
        request.setMethod(question.method()).setURI(question.uri());
        request.idleTimeout(timeout.toMillis());
        question.headers().forEach(request::putHeader);
        return request.send(question.body())
                .onSuccess(head -> instance.answered())
                .onFailure(unavailable -> instance.unanswered())
                .compose(response -> response.body().map(body -> answer(response, body)))
                .onComplete(done -> instance.release());
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(response.statusCode(), response.getHeader("Content-Type"), body);
    }

    /**
     * What the gateway asks a service on its own behalf or to merge answers of several.
     *
     * @param method HTTP method
     * @param uri path with query
     * @param headers to send
     * @param body to send, empty when there is none
     */
    public record Question(HttpMethod method, String uri, Map<String, String> headers, Buffer body) {}

    /**
     * What a service answered.
     *
     * @param status HTTP status
     * @param mediaType of the body, or null
     * @param body the bytes
     */
    public record Answer(int status, String mediaType, Buffer body) {}
}
