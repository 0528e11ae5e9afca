/** What a caller may do to a resource now, and why not the rest. */
package org.finplan.tasks.action;
