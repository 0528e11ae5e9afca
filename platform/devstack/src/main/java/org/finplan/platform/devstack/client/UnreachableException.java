package org.finplan.platform.devstack.client;

import java.net.URI;

/** The gateway did not answer. */
public final class UnreachableException extends RuntimeException {

    UnreachableException(URI gateway, Exception cause) {
        super("No answer from " + gateway + ": " + cause, cause);
    }
}
