/**
 * Escalation ladders as data: after how many working days who hears of a matter that is due soon, overdue, or has not moved. The
 * schedule is pure; versions of ladders are stored and never changed.
 */
package org.finplan.tasks.supervision.ladder;
