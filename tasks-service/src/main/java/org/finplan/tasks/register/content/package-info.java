/** Loads the entries that the plan package itself names. What a person changed since stays. */
package org.finplan.tasks.register.content;
