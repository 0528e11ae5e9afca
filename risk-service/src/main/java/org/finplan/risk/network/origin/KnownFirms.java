package org.finplan.risk.network.origin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.fact.FactSource;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.NetworkLimits;

/** The firms that are known, in the order of their codes, with the newest equity of a day. */
final class KnownFirms {

    private final String[] codes;
    private final LocalDate[] since;
    private final BigDecimal[] equity;
    private final BigDecimal[] assets;
    private final boolean samples;

    private KnownFirms(String[] codes, boolean samples) {
        this.codes = codes;
        this.samples = samples;
        this.since = new LocalDate[codes.length];
        this.equity = new BigDecimal[codes.length];
        this.assets = new BigDecimal[codes.length];
    }

    static KnownFirms of(LocalDate on, FactSource facts, NetworkLimits limits) {
        List<String> codes = new ArrayList<>();
        boolean samples = false;
        for (Fact fact : facts.of(FactKind.FIRM)) {
            if (fact instanceof Fact.Company company) {
                codes.add(company.uscc());
                limits.requireFirms(codes.size());
                samples |= company.name().contains("演示样本");
            }
        }
        KnownFirms known = new KnownFirms(codes.stream().sorted().toArray(String[]::new), samples);
        for (Fact fact : facts.of(FactKind.EQUITY)) {
            if (fact instanceof Fact.Equity figure && !figure.on().isAfter(on)) {
                known.take(figure);
            }
        }
        return known;
    }

    private void take(Fact.Equity figure) {
        int number = number(figure.uscc());
        if (number >= 0 && (since[number] == null || !since[number].isAfter(figure.on()))) {
            since[number] = figure.on();
            equity[number] = figure.amount();
            assets[number] = figure.externalAssets();
        }
    }

    int size() {
        return codes.length;
    }

    /** {@return the number of a firm, negative when it is not known} */
    int number(String code) {
        return Arrays.binarySearch(codes, code);
    }

    String code(int number) {
        return codes[number];
    }

    /** {@return whether the name of one says that it is a sample} */
    boolean areSamples() {
        return samples;
    }

    int withoutEquity() {
        return (int) Arrays.stream(since).filter(day -> day == null).count();
    }

    /** {@return the firms, with what each owes outside, null where that is not known} */
    List<Firm> firms(Function<String, BigDecimal> outside) {
        return new Firms(outside);
    }

    /** A firm is made each time that it is asked for. */
    private final class Firms extends AbstractList<Firm> implements RandomAccess {

        private final Function<String, BigDecimal> outside;

        private Firms(Function<String, BigDecimal> outside) {
            this.outside = outside;
        }

        @Override
        public Firm get(int number) {
            String code = codes[number];
            return new Firm(code, equity[number], null, assets[number], outside.apply(code));
        }

        @Override
        public int size() {
            return codes.length;
        }
    }
}
