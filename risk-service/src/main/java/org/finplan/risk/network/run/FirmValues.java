package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.finplan.risk.network.snapshot.NetworkContent;

/** A figure of every firm by its id, in the order of the firms. An entry is made when it is asked for, so that a province's take little room. */
final class FirmValues extends AbstractMap<String, BigDecimal> {

    private final NetworkContent network;
    private final double[] values;

    private FirmValues(NetworkContent network, double[] values) {
        this.network = network;
        this.values = values;
    }

    /**
     * The figures.
     *
     * @param network the network
     * @param value the figure of a firm by its number
     */
    static Map<String, BigDecimal> of(NetworkContent network, IntToDoubleFunction value) {
        double[] values = new double[network.firms().size()];
        Arrays.setAll(values, value);
        return new FirmValues(network, values);
    }

    @Override
    public BigDecimal get(Object id) {
        return id instanceof String text
                ? network.number(text)
                        .map(firm -> BigDecimal.valueOf(values[firm]))
                        .orElse(null)
                : null;
    }

    @Override
    public boolean containsKey(Object id) {
        return get(id) != null;
    }

    @Override
    public Set<Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, BigDecimal>> iterator() {
                return IntStream.range(0, values.length)
                        .mapToObj(FirmValues.this::entry)
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    private Entry<String, BigDecimal> entry(int firm) {
        return Map.entry(network.firms().get(firm).id(), BigDecimal.valueOf(values[firm]));
    }
}
