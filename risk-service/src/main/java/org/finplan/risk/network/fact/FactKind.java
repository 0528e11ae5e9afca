package org.finplan.risk.network.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of facts, each with the fields that it needs and those that it may have. */
public enum FactKind {
    /** A firm. */
    FIRM(List.of("uscc", "name", "region"), List.of("trade")),
    /** What a firm can lose, from a day on. */
    EQUITY(List.of("uscc", "on", "amount"), List.of("unit", "externalAssets")),
    /** A guarantee contract, of one guarantor or of several that signed it together. */
    GUARANTEE(
            List.of("number", "borrower", "guarantors", "amount", "start"),
            List.of("form", "creditor", "unit", "cap", "loan", "end", "due", "guaranteeUntil")),
    /** What a firm owes a lender. */
    LOAN(List.of("number", "debtor", "creditor", "amount", "security", "start"), List.of("unit", "end")),
    /** What a firm owes another for goods or services. */
    PAYABLE(List.of("number", "debtor", "creditor", "amount", "start"), List.of("unit", "end")),
    /** Wages, taxes, interest or fees that a firm did not pay. */
    ARREARS(List.of("uscc", "type", "start"), List.of("amount", "unit", "end"));

    /** The codes of all kinds. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(FactKind::code).toList();

    private final List<String> needed;
    private final List<String> possible;

    FactKind(List<String> needed, List<String> possible) {
        this.needed = needed;
        this.possible = possible;
    }

    /** {@return its name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> needed() {
        return needed;
    }

    List<String> possible() {
        return possible;
    }

    boolean has(String field) {
        return needed.contains(field) || possible.contains(field);
    }

    /**
     * Finds a kind.
     *
     * @param code its name on the wire
     * @return the kind; empty when none has that name
     */
    public static Optional<FactKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
