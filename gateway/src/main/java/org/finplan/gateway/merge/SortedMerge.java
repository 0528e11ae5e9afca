package org.finplan.gateway.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Merges sorted lists into one: in order across the lists, in its own order within each. */
public final class SortedMerge {

    private SortedMerge() {}

    /**
     * Takes from the list with the smallest head again and again, until it is told to stop or all lists are used up.
     *
     * @param lists the lists, each of which knows its head
     * @param hasHead whether a list has one
     * @param byHead order of two lists that have
     * @param take takes the head of a list, and says whether to go on
     * @param <L> a list
     */
    public static <L> void run(Collection<L> lists, Predicate<L> hasHead, Comparator<L> byHead, Predicate<L> take) {
        PriorityQueue<L> heads = new PriorityQueue<>(byHead);
        lists.stream().filter(hasHead).forEach(heads::add);
        while (!heads.isEmpty()) {
            L list = heads.poll();
            if (!take.test(list)) {
                return;
            }
            if (hasHead.test(list)) {
                heads.add(list);
            }
        }
    }
}
