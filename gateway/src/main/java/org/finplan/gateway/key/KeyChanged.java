package org.finplan.gateway.key;

/**
 * A key was rotated or revoked; it holds when the transaction has committed.
 *
 * @param prefix of the key
 */
record KeyChanged(String prefix) {}
