package org.finplan.risk.network.snapshot;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The edges of a network as columns: half a million fit into some fifteen megabytes. An edge is made of its row each time that it is asked
 * for. Filled once and then only read.
 */
final class EdgeColumns extends AbstractList<FirmEdge> implements RandomAccess {

    final IntColumn from;
    final IntColumn to;
    final DecimalColumn amount;
    final TextColumn contract;
    final DecimalColumn share;
    final DayColumn since;
    final DayColumn until;

    EdgeColumns() {
        this(
                new IntColumn(),
                new IntColumn(),
                new DecimalColumn(),
                new TextColumn(),
                new DecimalColumn(),
                new DayColumn(),
                new DayColumn());
    }

    EdgeColumns(
            IntColumn from,
            IntColumn to,
            DecimalColumn amount,
            TextColumn contract,
            DecimalColumn share,
            DayColumn since,
            DayColumn until) {
        this.from = from;
        this.to = to;
        this.amount = amount;
        this.contract = contract;
        this.share = share;
        this.since = since;
        this.until = until;
    }

    /** {@return the edges as columns, the same ones when they are that already} */
    static EdgeColumns of(List<FirmEdge> edges) {
        if (edges instanceof EdgeColumns columns) {
            return columns;
        }
        EdgeColumns columns = new EdgeColumns();
        edges.forEach(columns::append);
        return columns;
    }

    void append(FirmEdge edge) {
        from.add(edge.from());
        to.add(edge.to());
        amount.add(edge.amount());
        contract.add(edge.contract());
        share.add(edge.share());
        since.add(edge.since());
        until.add(edge.until());
    }

    /** {@return some of the edges in another order, with other firms at their ends} */
    EdgeColumns in(int[] order, IntColumn tails, IntColumn heads) {
        return new EdgeColumns(
                tails.in(order),
                heads.in(order),
                amount.in(order),
                contract.in(order),
                share.in(order),
                since.in(order),
                until.in(order));
    }

    /** {@return all of them in {@link FirmEdge#ORDER}} */
    EdgeColumns inOrder(int firms) {
        IntColumn all = new IntColumn();
        for (int row = 0; row < size(); row++) {
            all.add(row);
        }
        return in(order(from, to, firms, all), from, to);
    }

    EdgeColumns withoutContracts() {
        TextColumn none = new TextColumn();
        for (int row = 0; row < size(); row++) {
            none.add("");
        }
        return new EdgeColumns(from, to, amount, none, share, since, until);
    }

    @Override
    public FirmEdge get(int row) {
        if (row < 0 || row >= from.size()) {
            throw new IndexOutOfBoundsException(row);
        }
        return new FirmEdge(
                from.get(row),
                to.get(row),
                amount.get(row),
                contract.get(row),
                share.get(row),
                since.get(row),
                until.get(row));
    }

    @Override
    public int size() {
        return from.size();
    }

    /** {@return the first edge in order that does not come before two firms} */
    int begin(int tail, int head) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = from.get(middle) < tail || (from.get(middle) == tail && to.get(middle) < head);
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    /** {@return edges beyond the first between the same two firms; the edges are in {@link FirmEdge#ORDER}} */
    int parallel() {
        int parallel = 0;
        for (int row = 1; row < size(); row++) {
            parallel += from.get(row) == from.get(row - 1) && to.get(row) == to.get(row - 1) ? 1 : 0;
        }
        return parallel;
    }

    /** {@return what each is worth; of a contract that several guarantors gave its share when they are to pay theirs} */
    double[] amounts(boolean shared) {
        double[] amounts = new double[size()];
        int[] first = shared ? contract.firsts() : new int[0];
        int[] guarantors = new int[shared ? size() : 0];
        for (int row : first) {
            if (row >= 0) {
                guarantors[row]++;
            }
        }
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = amount.get(row).doubleValue();
            if (shared && first[row] >= 0) {
                amounts[row] *= share.scale(row) == DecimalColumn.NONE
                        ? 1.0 / guarantors[first[row]]
                        : share.get(row).doubleValue();
            }
        }
        return amounts;
    }

    /** {@return whether shares make another graph of them: a contract has two guarantors, or a share of its own} */
    boolean areShared() {
        if (!share.isEmpty()) {
            return true;
        }
        int[] first = contract.firsts();
        for (int row = 0; row < first.length; row++) {
            if (first[row] >= 0 && first[row] != row) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rows in {@link FirmEdge#ORDER}: counted by their tails, then each tail's by their heads, so that only parallel edges are looked at
     * as a whole.
     *
     * @param tails number of the firm at the tail of each row
     * @param heads that at its head
     * @param firms how many firms there are
     * @param kept the rows that are to be put in order
     * @return the order
     */
    int[] order(IntColumn tails, IntColumn heads, int firms, IntColumn kept) {
        int[] start = new int[firms + 1];
        for (int place = 0; place < kept.size(); place++) {
            start[tails.get(kept.get(place)) + 1]++;
        }
        for (int firm = 0; firm < firms; firm++) {
            start[firm + 1] += start[firm];
        }
        int[] next = Arrays.copyOf(start, firms);
        int[] order = new int[kept.size()];
        for (int place = 0; place < order.length; place++) {
            int row = kept.get(place);
            order[next[tails.get(row)]++] = row;
        }
        for (int firm = 0; firm < firms; firm++) {
            if (start[firm + 1] - start[firm] > 1) {
                sort(order, start[firm], start[firm + 1], heads);
            }
        }
        return order;
    }

    private void sort(int[] order, int begin, int end, IntColumn heads) {
        Integer[] rows = new Integer[end - begin];
        for (int place = begin; place < end; place++) {
            rows[place - begin] = order[place];
        }
        Arrays.sort(rows, (one, other) -> {
            int compared = Integer.compare(heads.get(one), heads.get(other));
            return compared == 0 ? afterEnds(one, other) : compared;
        });
        for (int place = begin; place < end; place++) {
            order[place] = rows[place - begin];
        }
    }

    private int afterEnds(int one, int other) {
        return FirmEdge.AMONG_PARALLEL.compare(get(one), get(other));
    }
}
