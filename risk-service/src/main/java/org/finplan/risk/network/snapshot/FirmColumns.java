package org.finplan.risk.network.snapshot;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The firms of a network as columns: a province's fit into a few megabytes. A firm is made of its row each time that it is asked for.
 * Filled once and then only read.
 */
final class FirmColumns extends AbstractList<Firm> implements RandomAccess {

    final TextColumn id;
    final DecimalColumn equity;
    final DecimalColumn weight;
    final DecimalColumn externalAssets;
    final DecimalColumn externalDebt;

    FirmColumns() {
        this(new TextColumn(), new DecimalColumn(), new DecimalColumn(), new DecimalColumn(), new DecimalColumn());
    }

    FirmColumns(
            TextColumn id,
            DecimalColumn equity,
            DecimalColumn weight,
            DecimalColumn externalAssets,
            DecimalColumn externalDebt) {
        this.id = id;
        this.equity = equity;
        this.weight = weight;
        this.externalAssets = externalAssets;
        this.externalDebt = externalDebt;
    }

    /** {@return the firms as columns, the same ones when they are that already} */
    static FirmColumns of(List<Firm> firms) {
        if (firms instanceof FirmColumns columns) {
            return columns;
        }
        FirmColumns columns = new FirmColumns();
        firms.forEach(columns::append);
        return columns;
    }

    void append(Firm firm) {
        id.add(firm.id());
        equity.add(firm.equity());
        weight.add(firm.weight());
        externalAssets.add(firm.externalAssets());
        externalDebt.add(firm.externalDebt());
    }

    FirmColumns in(int[] order) {
        return new FirmColumns(
                id.in(order), equity.in(order), weight.in(order), externalAssets.in(order), externalDebt.in(order));
    }

    @Override
    public Firm get(int number) {
        if (number < 0 || number >= id.size()) {
            throw new IndexOutOfBoundsException(number);
        }
        return new Firm(
                id.get(number),
                equity.get(number),
                weight.get(number),
                externalAssets.get(number),
                externalDebt.get(number));
    }

    @Override
    public int size() {
        return id.size();
    }

    /** {@return the number of a firm, negative when there is none; the firms are in the order of their ids} */
    int number(String wanted) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = id.get(middle).compareTo(wanted);
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return -1;
    }
}
