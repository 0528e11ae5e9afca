/** Who may do what: one table, written by people, held against the running suite. */
package org.finplan.systemtests.permission;
