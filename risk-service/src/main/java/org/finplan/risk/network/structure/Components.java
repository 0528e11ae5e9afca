package org.finplan.risk.network.structure;

import java.util.Arrays;

/** A partition of the firms, each component with its members in ascending order. Immutable. */
public final class Components {

    private final int[] component;
    private final int[] start;
    private final int[] member;

    private Components(int[] component, int[] start, int[] member) {
        this.component = component;
        this.start = start;
        this.member = member;
    }

    static Components of(int[] component, int count) {
        int[] start = new int[count + 1];
        for (int own : component) {
            start[own + 1]++;
        }
        for (int i = 1; i <= count; i++) {
            start[i] += start[i - 1];
        }
        int[] next = Arrays.copyOf(start, count);
        int[] member = new int[component.length];
        for (int firm = 0; firm < component.length; firm++) {
            member[next[component[firm]]++] = firm;
        }
        return new Components(component, start, member);
    }

    /** {@return how many components there are} */
    public int count() {
        return start.length - 1;
    }

    /**
     * The component of a firm.
     *
     * @param firm the firm
     * @return number of its component
     */
    public int of(int firm) {
        return component[firm];
    }

    /**
     * How many firms a component has.
     *
     * @param number number of the component
     * @return its size
     */
    public int size(int number) {
        return start[number + 1] - start[number];
    }

    /**
     * A member of a component.
     *
     * @param number number of the component
     * @param place from 0 to its size, without it
     * @return the firm
     */
    public int member(int number, int place) {
        return member[start[number] + place];
    }

    /**
     * The members of a component.
     *
     * @param number number of the component
     * @return its firms in ascending order
     */
    public int[] members(int number) {
        return Arrays.copyOfRange(member, start[number], start[number + 1]);
    }
}
