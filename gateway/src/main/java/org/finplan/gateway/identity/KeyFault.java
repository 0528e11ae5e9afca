package org.finplan.gateway.identity;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Why an API key does not hold. Each is 401 {@code unauthenticated}. That a key was revoked or has expired is told only to
 * somebody who has its secret.
 */
public enum KeyFault {
    /** No key has this form or this secret. */
    UNKNOWN("key-unknown", "API 密钥不存在或不正确。", "There is no such API key."),
    /** Its time is over. */
    EXPIRED("key-expired", "API 密钥已过期，请申请新的密钥。", "The API key has expired; ask for a new one."),
    /** It was taken back. */
    REVOKED("key-revoked", "API 密钥已被吊销。", "The API key was revoked."),
    /** It came beside another credential, and it is not said which of the two counts. */
    AMBIGUOUS(
            "ambiguous-credentials",
            "访问令牌与 API 密钥只能提供其一，且只能提供一次。",
            "Send either an access token or an API key, and send it once.");

    private final String code;
    private final LocalizedText message;

    KeyFault(String code, String zh, String en) {
        this.code = code;
        this.message = new LocalizedText(zh, en);
    }

    /** {@return the problem} */
    public ProblemException problem() {
        return ProblemException.of(WebError.UNAUTHENTICATED, message.zh(), message.en())
                .withError(new ProblemError("header:X-API-Key", null, code, message, List.of()))
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"finplan\", error=\"invalid_token\", error_description=\"" + code + "\"");
    }
}
