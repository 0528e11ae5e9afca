package org.finplan.platform.web.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;

/**
 * Runs inside the transaction of the resource method, so that the effect and the stored answer commit together. The
 * advisory lock of a key is held by the transaction: who finds it taken has met the first call still running.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final TransactionSynchronizationRegistry transactions;
    private final CurrentVertxRequest request;
    private final Caller caller;
    private final AnswerStore store;
    private final RequestHash hashes;

    IdempotencyInterceptor(
            TransactionSynchronizationRegistry transactions,
            CurrentVertxRequest request,
            Caller caller,
            AnswerStore store,
            RequestHash hashes) {
        this.transactions = transactions;
        this.request = request;
        this.caller = caller;
        this.store = store;
        this.hashes = hashes;
    }

    @AroundInvoke
    Object answerOnce(InvocationContext call) throws Exception {
        RoutingContext context = request.getCurrent();
        String text = context == null ? null : context.request().getHeader(HEADER);
        if (text == null) {
            return call.proceed();
        }
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an idempotent operation must be transactional");
        }
        requireUsable(text);
        // Before the database is asked, which would wait for it.
        byte[] hash = hashes.of(context.request(), call.getMethod(), call.getParameters());
        AnswerStore.Key key = new AnswerStore.Key(caller.client(), caller.subject(), text);
        if (!store.tryLock(key)) {
            throw new ProblemException(
                    WebError.IDEMPOTENCY_KEY_IN_USE,
                    new LocalizedText(
                            "使用该幂等键的第一个请求仍在处理，请稍后重试。",
                            "The first request with this key is still running; try again soon."));
        }
        Optional<StoredAnswer> stored = store.find(key);
        if (stored.isPresent()) {
            throw replay(stored.get(), hash);
        }
        Object result = call.proceed();
        store.insert(key, StoredAnswer.of(hash, call.getMethod(), result, hashes.mapper()));
        return result;
    }

    private static RuntimeException replay(StoredAnswer stored, byte[] hash) {
        if (Arrays.equals(stored.requestHash(), hash)) {
            return new ReplayException(stored);
        }
        return new ProblemException(
                WebError.IDEMPOTENCY_KEY_REUSED,
                new LocalizedText(
                        "该幂等键已用于内容不同的请求；新的请求须用新的键。",
                        "The key was used for another request; a new request needs a new key."));
    }

    private static void requireUsable(String key) {
        if (!USABLE.matcher(key).matches()) {
            LocalizedText text = new LocalizedText(
                    "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。",
                    "Idempotency-Key must be 1 to 255 visible ASCII characters.");
            throw new ProblemException(
                    WebError.INVALID_PARAMETER,
                    text,
                    List.of(new ProblemError(
                            "header:" + HEADER, key, WebError.INVALID_PARAMETER.code(), text, List.of())));
        }
    }
}
