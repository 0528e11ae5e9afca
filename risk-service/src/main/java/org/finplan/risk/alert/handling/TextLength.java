package org.finplan.risk.alert.handling;

/** How many characters the words of a person may have. */
final class TextLength {

    static final int TEXT = 4000;
    static final int NAME = 200;

    private TextLength() {}
}
