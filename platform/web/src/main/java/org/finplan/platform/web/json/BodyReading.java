package org.finplan.platform.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads the body within its limit, and says what is wrong with it when it cannot be read. */
@Provider
class BodyReading implements ReaderInterceptor {

    private static final int ROOM = 8_192;

    private final BodyLimits limits;
    private final CurrentVertxRequest request;

    BodyReading(BodyLimits limits, CurrentVertxRequest request) {
        this.limits = limits;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Counted counted = new Counted(context.getInputStream(), limits.of(request.getCurrent()));
        TextStream text = new TextStream(counted);
        Object body;
        try {
            context.setInputStream(isJson(context) ? text : counted);
            body = context.proceed();
        } catch (IOException | WebApplicationException e) {
            refuse(e, counted, text);
            throw e;
        }
        if (body == null && !isOptional(context) && isJson(context)) {
            throw JsonFaults.missing();
        }
        return body;
    }

    private static boolean isJson(ReaderInterceptorContext context) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType());
    }

    /** Says what is wrong with the body, when that is why it could not be read. */
    private static void refuse(Exception thrown, Counted counted, TextStream text) {
        if (counted.isExceeded()) {
            throw tooLarge();
        }
        OptionalLong noText = text.fault();
        if (noText.isPresent()) {
            throw JsonFaults.notUtf8(noText.getAsLong());
        }
        // The framework wraps some of the JSON reader's complaints and lets others through.
        Throwable fault = thrown instanceof WebApplicationException ? thrown.getCause() : thrown;
        if (fault instanceof JsonProcessingException complaint) {
            throw JsonFaults.of(complaint);
        }
    }

    /** An operation whose document says that it needs no body gets null for none. */
    private static boolean isOptional(ReaderInterceptorContext context) {
        return Arrays.stream(context.getAnnotations())
                .anyMatch(annotation -> annotation instanceof RequestBody described && !described.required());
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                WebError.BODY_TOO_LARGE,
                new LocalizedText("请求正文超过服务可读取的长度。", "The body is longer than the service reads."));
    }

    private static final class TooLargeException extends IOException {}

    /** Counts, because a body sent in chunks does not say its length beforehand. */
    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long count;

        private Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        private boolean isExceeded() {
            return count > limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        /** What is left is read, so that its caller comes to the answer; of one that sends without end up to the limit. */
        @Override
        public void close() throws IOException {
            byte[] left = new byte[ROOM];
            try {
                int read = 0;
                while (read >= 0 && !isExceeded()) {
                    read = read(left, 0, ROOM);
                }
            } catch (TooLargeException exceeded) {
                return;
            }
            if (!isExceeded()) {
                super.close();
            }
        }

        private void add(int read) throws IOException {
            count += read;
            if (isExceeded()) {
                throw new TooLargeException();
            }
        }
    }
}
