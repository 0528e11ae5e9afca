package org.finplan.platform.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.Utf8;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads the body within its limit, and says what is wrong with it when it cannot be read. */
@Provider
class BodyReading implements ReaderInterceptor {

    private final long limit;

    BodyReading(@ConfigProperty(name = BodyLimit.KEY, defaultValue = BodyLimit.DEFAULT) MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Counted counted = new Counted(context.getInputStream(), limit);
        Object body;
        try {
            context.setInputStream(isJson(context) ? text(counted) : counted);
            body = context.proceed();
        } catch (IOException | WebApplicationException e) {
            if (counted.isExceeded()) {
                throw tooLarge();
            }
            // The framework wraps some of the JSON reader's complaints and lets others through.
            Throwable fault = e instanceof WebApplicationException ? e.getCause() : e;
            if (fault instanceof JsonProcessingException complaint) {
                throw JsonFaults.of(complaint);
            }
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

    /** The whole body, which the limit keeps small: the reader would make a text of bytes that are none. */
    private static InputStream text(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        OptionalInt fault = Utf8.firstFault(bytes);
        if (fault.isPresent()) {
            throw JsonFaults.notUtf8(fault.getAsInt());
        }
        return new ByteArrayInputStream(bytes);
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

        /** Closing reads to the end, which a caller that sends without end would never let come. */
        @Override
        public void close() throws IOException {
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
