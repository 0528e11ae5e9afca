package org.finplan.gateway.exchange;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.finplan.platform.http.TraceParent;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.Language;

/** Begins an exchange for each request that arrives: its id, its trace, its language and the client it comes from. */
@Singleton
public class Exchanges {

    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final TrustedProxies proxies;

    Exchanges(TrustedProxiesConfig config) {
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
    }

    /**
     * Begins the exchange of a request.
     *
     * @param request whose head was read
     * @return its exchange
     */
    public Exchange begin(HttpServerRequest request) {
        return new Exchange(
                requestId(request.getHeader(Exchange.REQUEST_ID)),
                TraceParent.continueFrom(request.getHeader(Exchange.TRACE_PARENT)),
                Language.prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                hasBody(request),
                proxies.client(request));
    }

    /**
     * Begins the exchange of a request whose head could not be read, so that none of its headers is believed.
     *
     * @param request whose head is unreadable
     * @return its exchange
     */
    public Exchange beginUnreadable(HttpServerRequest request) {
        return new Exchange(
                requestId(null),
                TraceParent.continueFrom(null),
                Language.prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                false,
                ClientConnection.seen(request));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private static String requestId(String sent) {
        return sent != null && PLAIN_ID.matcher(sent).matches()
                ? sent
                : Identifiers.nextFast().toString();
    }
}
