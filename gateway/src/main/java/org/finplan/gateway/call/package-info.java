/**
 * Calls per consumer: who called what, when, with which result. Recorded beside the requests and never in their way; listed
 * for those who oversee the use of the suite, and for each consumer its own.
 */
package org.finplan.gateway.call;
