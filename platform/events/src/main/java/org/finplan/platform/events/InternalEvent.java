package org.finplan.platform.events;

/** An event that the programs of the suite need among themselves. The feed of the gateway does not pass it on. */
public interface InternalEvent {}
