package org.finplan.gateway.key;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What is refused of API keys alone. */
enum KeyError implements ErrorCode {
    /** The key was revoked or has expired. */
    NOT_ACTIVE("api-key-not-active", 409, "API 密钥已失效", "API key not active"),
    /** So many earlier secrets still work that no more is kept. */
    TOO_MANY_SECRETS("api-key-too-many-secrets", 409, "仍然有效的旧密钥过多", "Too many earlier secrets still work");

    private final String code;
    private final int status;
    private final LocalizedText title;

    KeyError(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.title = new LocalizedText(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public LocalizedText title() {
        return title;
    }
}
