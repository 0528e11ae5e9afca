package org.finplan.platform.events;

/**
 * A piece of the files of a published version of a plan package, for the programs of the suite. The pieces in the order of
 * their numbers are a zip archive.
 *
 * @param plan plan code
 * @param version number of the version
 * @param number number of the piece, from 1 on
 * @param content the bytes in Base64, at most 256 KiB before that
 */
public record PlanPiecePublished(String plan, int version, int number, String content)
        implements EventData, InternalEvent {}
