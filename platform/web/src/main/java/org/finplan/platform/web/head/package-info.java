/** What is read of the head of every request before the framework does, and set in the head of every answer. */
package org.finplan.platform.web.head;
