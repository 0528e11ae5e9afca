package org.finplan.risk.ownership;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belongs together by ties, directly or through others: an equivalence relation, whatever the order of the ties. Each group
 * has as its version the number of the last change of a link that one of its members has or had, so that a change elsewhere
 * does not touch it.
 */
final class GroupClosure {

    private final Map<String, String> towards = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    private GroupClosure() {}

    /**
     * A group.
     *
     * @param members keys of its members, at least one
     * @param version number of the last change of a link of a member
     */
    record Group(SortedSet<String> members, long version) {}

    static GroupClosure of(Collection<Tie> ties) {
        GroupClosure closure = new GroupClosure();
        ties.stream().filter(Tie::binds).forEach(tie -> closure.join(tie.owned(), tie.holder()));
        ties.forEach(tie -> List.of(tie.owned(), tie.holder())
                .forEach(key -> closure.versions.merge(closure.representative(key), tie.change(), Math::max)));
        return closure;
    }

    boolean together(String one, String other) {
        return representative(one).equals(representative(other));
    }

    /** {@return the number of the last change of the group of a member, 0 when it never had a link} */
    long version(String member) {
        return versions.getOrDefault(representative(member), 0L);
    }

    /** {@return the group of a member; one that has no ties is a group by itself} */
    Group of(String member) {
        TreeSet<String> members = new TreeSet<>(List.of(member));
        String found = representative(member);
        towards.keySet().stream()
                .filter(key -> representative(key).equals(found))
                .forEach(members::add);
        return new Group(members, version(member));
    }

    /** {@return the groups of several members, by the smallest key in each} */
    List<Group> groups() {
        Map<String, TreeSet<String>> members = new HashMap<>();
        List.copyOf(towards.keySet())
                .forEach(key -> members.computeIfAbsent(representative(key), any -> new TreeSet<>())
                        .add(key));
        TreeMap<String, Group> sorted = new TreeMap<>();
        members.values().stream()
                .filter(some -> some.size() > 1)
                .forEach(some -> sorted.put(some.first(), new Group(some, version(some.first()))));
        return List.copyOf(sorted.values());
    }

    /** The smaller key leads, so that the result does not depend on the order. */
    private void join(String one, String other) {
        String first = representative(one);
        String second = representative(other);
        towards.putIfAbsent(one, one);
        towards.putIfAbsent(other, other);
        if (first.compareTo(second) < 0) {
            towards.put(second, first);
        } else {
            towards.put(first, second);
        }
    }

    /** Shortens the way as it goes, so that long chains of ties stay cheap. */
    private String representative(String key) {
        String at = key;
        String next = towards.getOrDefault(at, at);
        while (!next.equals(at)) {
            String beyond = towards.get(next);
            towards.put(at, beyond);
            at = next;
            next = beyond;
        }
        return at;
    }
}
