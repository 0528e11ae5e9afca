package org.finplan.indicators.merge;

/**
 * What a version of a package does to one thing that is stored, or would be.
 *
 * @param effect what it does
 * @param stored what is stored, null when nothing is
 * @param said what the package says of it, null when it says nothing any more
 * @param <P> what a package says
 * @param <S> what is stored
 */
public record Change<P, S>(Effect effect, S stored, P said) {

    /** What is done. */
    public enum Effect {
        /** It is new. */
        ADDED,
        /** It gets a further version. */
        REVISED,
        /** The package says it no more: it is taken back, and stays readable. */
        WITHDRAWN,
        /** Somebody else has revised it meanwhile: it stays as it is, whatever the package says. */
        KEPT
    }
}
