<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo library that finds photos by what is in them.
Photos are never changed, and nothing leaves this computer.

Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlbumActions</name>
    <message>
        <source>Delete the group “{name}” with everything in it? No photo is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New smart album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete album</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrangementMenus</name>
    <message>
        <source>Order of the photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BinQuestion</name>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{name}” to the system&apos;s bin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {photos} to the system&apos;s bin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file of it goes there, copies in other folders included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file of them goes there, copies in other folders included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} on drives that are away stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take off “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>What the photos are narrowed down to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>The picture cannot be copied. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one in another program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be kept while searching; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add a folder of photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Move {photos} to the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metadata:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder called “{album}” is made in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos themselves stay as they are, and nothing that is there is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that the copies go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the whole path, from the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be written to; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos before and after this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Folders to look through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find your photos by what is in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos are only read, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Choose folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders inside are looked through too. You can also drop folders here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the whole path, from the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersPanel</name>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing a folder deletes nothing: its photos leave the view, and what is known about them is kept in case the folder is added again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InfoOverlay</name>
    <message>
        <source>About this photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorBody</name>
    <message>
        <source>Select a photo to see what is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>photoclip ended unexpectedly last time; the report is in {place} and nothing was sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>They were removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They leave the view; their tags are kept in case they come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay in the library until they are back, as on a drive to plug in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} of {total} in {folder} are gone at once. Were they removed on purpose?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCards</name>
    <message>
        <source>&amp;Measure on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries the recommended models one after the other, each for a few seconds, without a download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring, {number} to go…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChange</name>
    <message>
        <source>&amp;Keep using {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop changing the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep using {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop making the other model ready; what it has read so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model decides how well photos are understood and how long reading them takes. A larger one finds better and reads slower.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewAlbumDialog</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New smart album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group holds albums and other groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {photos}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PauseSwitch</name>
    <message>
        <source>&amp;Go on anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>No program on this computer opens {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered; the photo is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoCanvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoPresenter</name>
    <message>
        <source>The file is no longer where it was; this is what was read before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo cannot be read any sharper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive of this photo is not connected, and there is no preview of it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of this photo is not where it was, and there is no preview of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo cannot be shown here. Ctrl+O opens it in your default program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview; the drive of this photo is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview; the file cannot be opened where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview; the full picture cannot be shown here. Ctrl+O opens it in your default program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>Add to an album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>and {number} more places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: its drive is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance &amp; language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are saved and applied at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Delete everything photoclip stored…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos are only read, and nothing leaves this computer: no photo, no search, no statistics. The network is used for one thing, to download a model that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your photos stay where they are. Whatever else lies in these folders stays as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything that photoclip stored?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone for good: albums, tags, stars, favourites, the index, thumbnails, backups, models, settings and logs. Your photos stay where they are.

photoclip closes to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete and close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Filter by name, folder or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;default program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever deleted or changed from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do not ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every photo is searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ignore {files}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultHeader</name>
    <message>
        <source>Size of the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the tiles (Ctrl and the mouse wheel)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search by what is in the photo, such as “dog on a beach”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchFlow</name>
    <message>
        <source>Comparing photos… {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>Mark {photos} as favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {photos} off the favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {photos} {stars} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the stars off {photos}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {photos}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {photos} to the album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} added to “{album}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New album of {photos}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {photos} from the album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always keep {photos}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never show {photos}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {photos} to the smart album</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>This has to be {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rescan folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;album…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;smart album from this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;group of albums…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export copies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search by the picture in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;vert the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its du&amp;plicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favo&amp;urite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;ver show in this smart album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave to the smar&amp;t album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the s&amp;ource list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose more photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the photo, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album: move the photos back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album: move the photos on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: first photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: last photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: the whole photo, or 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: turn the view to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: turn the view to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: about this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: next photo, or pause the slideshow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: rename an album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: delete an album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: a new one of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;default program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1 star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;3 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;4 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;5 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a&amp;lbum…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from this album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as &amp;cover of this album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always &amp;keep in this smart album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;bin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual tile size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fill square tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Best shot of each burst only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sli&amp;deshow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop changing the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About photoclip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, or end the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the grid and the viewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by command or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarChip</name>
    <message>
        <source>Back to the photos before (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End “similar to”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarTile</name>
    <message>
        <source>Similar photo {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>One burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates of one photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching “{name}”?

Its photos leave the view. Nothing on the disk is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>Rename group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ adds a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ makes a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} (offline)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceNames</name>
    <message>
        <source>this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an album that is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceTree</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop watching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;smart album from this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New album…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folders yet: + adds one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No albums yet: + makes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: + keeps a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of your photos come here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarField</name>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: click a star, or press 0 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the photos differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Take off the tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is not among those shown any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole photo or 100 % (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the view to the left (Shift+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the view to the right (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filmstrip (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slideshow (Shift+F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous photo (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {number} seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowDeeds</name>
    <message>
        <source>Arrange the album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager opened; the folder is {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered; the file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FolderList</name>
    <message>
        <source>No folders yet. Add one, and photoclip looks through it and the folders inside.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ModelPart</name>
    <message>
        <source>&amp;Change model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” answers your searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs on: {device}, {precision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is being made ready and takes over by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to search by this picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>albums</name>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name may have at most {number} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one of this name here already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arrangement</name>
    <message>
        <source>Relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most stars first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest stars first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last to first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errands</name>
    <message>
        <source>Copying {photos} to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying an album to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving {photos} to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting {files} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {photos} to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved {files} to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {files} back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {number} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} copied to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} put back from the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} moved to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo cannot put them back here: open the system&apos;s bin to restore them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} can only be restored from the system&apos;s bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was moved to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was put back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> as {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the files as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} · {megapixels} MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>info</name>
    <message>
        <source>{number} MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sta&amp;rs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multilingual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs the “multilingual” extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of 5 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— photos/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Apple graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter is built in and answers at once. You can change to a better one at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter answers at once, while “{model}” is made ready ({download}) and reads your photos. When it has read all of them, it takes over by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{millions} million parameters, {side} pixels, {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet zero-shot, top 1: {percent} % as published in {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unnamed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model serves your searches now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is being made ready; “{old}” serves your searches until it has read every photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has read your photos before: it is ready and switches at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing it downloads {about}{size} from the Hugging Face hub, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{old}” keeps serving your searches until the new model has read every photo. What was read before is kept, so you can come back at no cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{about}{size} download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Find photos by what is in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder and photoclip looks through it, and through the folders inside. Your photos stay where they are and are never changed; nothing leaves this computer.

You can also drop a folder on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through your folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos appear here as they are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos were found in your folders. Photos that you put there later appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo is all of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of the conditions off with its cross above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This album is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag photos here, or select some and choose “Add to album” (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo belongs to this smart album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New photos that match its search appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select photos and press . (full stop), or click the heart in the inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo is here twice, nor nearly the same as another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo has this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select photos and choose “Add tag” (Ctrl+G) to give it to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo has so many stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select photos and press 1 to 5 to rate them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that came into the library lately appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that you put here later appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No good match for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or more common words, and say what can be seen, such as “red car”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other photo in the library comes close to this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} are not searchable yet; new matches appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>privacy</name>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which photos there are, their albums, tags and stars, and what the model made of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes searches quick; can be made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small pictures; can be made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older catalogs and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded and imported models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was chosen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong; never what was searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and place of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broke the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named like photos, with something else inside. They can be ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>often left by a copy that was cut off. Copy them again from where they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part is missing or spoilt. A backup may have a whole one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoclip has no decoder for them; a converted copy can be searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more pixels than the memory for reading photos allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permissions or the drive stood in the way. They are tried again by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drive or the computer was busy. Trying again often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading them ended the process that reads photos. Nothing else was harmed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {all} searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} files: {searchable} searchable, {waiting} waiting, {problems} cannot be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {done} of {total} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos… {number} files seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {model}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {what}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date · {number} cannot be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>queries</name>
    <message>
        <source>Holds {what}, always up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photos that match “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photos like the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photos like the picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at least 1 star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at least {number} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from {date} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added in the last {number} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that have duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of one burst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>Similar to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart album: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added in the last {number} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burst of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 star or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stars or more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>&quot;{0}&quot; cannot be the name of a model; choose one of letters and digits with --as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is a model of the catalogue; say so with --as {1}, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clearly better search than the small model for about three times the work per photo, still fine on a laptop&apos;s processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large and accurate model at the smaller picture size; wants a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large and accurate model, for research.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large and very accurate model; wants a good graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large model for small details; wants a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large model in many languages; lighter per photo than the large pick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large model that is lighter per photo than the large pick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large open model, well tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger original OpenAI ResNet model, for comparison with older work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library cannot lie in {0}: the index needs a path that is text; choose another place for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A light and accurate model, for research.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A middle-sized and accurate model, for research.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A middle-sized model with a good search in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A middle-sized open model with a short text side, for a smaller download than the medium pick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo can have 0 to {0} stars, not {1}; choose a number of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo is not in the library any more and was not copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick open model, a little better than the LAION-2B one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick, well tried open model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small download as accurate as the small pick, but slower per photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smart album needs something to ask for; search first, and save the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very good search, best on a laptop with a graphics card or left to index overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very large open model for a computer with a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very large open model for a computer with a graphics card; ViT-H/14 is smaller and more accurate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An accurate model that is quick for its size, for research.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An original OpenAI ResNet model, for comparison with older work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another drive is mounted in its place; if it is the right one, add the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file is at {0} by now; move it away, or take yours from the bin with the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another photoclip (a window or a command) is at work on the library in {0}; close it, or choose another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another photoclip is downloading {0}; wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program reads the library in {0} just now; close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in a folder cannot be watched live ({0}); {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged thumbnails removed: {0}; the next index run makes them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged thumbnails: {0}; they are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged vectors of {0} removed: {1}; the next index run makes them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, &quot;{1}&quot; must be {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no catalog of this version of photoclip or an older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there or empty; its photos stay in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies on a network drive and is looked at every few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory is short, so {0} photos are encoded at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 L/14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 S0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 S2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 S3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileCLIP2 S4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was made, since the catalog is damaged ({0}); run photoclip repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {0} was found, so the CPU is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {0} ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP RN101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-B/16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-B/32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-L/14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-L/14 336px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/16 (DataComp-XL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 (DataComp-XL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 (LAION-2B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 256px (DataComp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-H/14 (LAION-2B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-L/14 (LAION-2B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-bigG/14 (LAION-2B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCLIP ViT-g/14 (LAION-2B, 12B samples)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perception Encoder Core B/16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perception Encoder Core G/14 448px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perception Encoder Core L/14 336px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perception Encoder Core S/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perception Encoder Core T/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back, or choose another with: photoclip index --model starter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading this file takes more memory than photoclip gives to one photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading this file took longer than {0} seconds and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} of {1} in the catalog points nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: photoclip index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: photoclip repair, then photoclip index, which makes them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: photoclip repair, then photoclip index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: photoclip repair, which sets it aside, then photoclip backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: photoclip repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in your own language on an ordinary laptop, as quick per photo as the medium model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 224px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 256px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 B/32 256px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 L/16 256px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 So400m/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP 2 g-opt/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP B/16 224px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP B/16 256px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP B/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP L/16 256px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP L/16 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP So400m/14 224px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SigLIP So400m/14 384px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside photoclip; what was done is kept, the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The album “{0}” is there already; it is not put back a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {0} cannot be written ({1}); free some space or mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {0} is damaged; it is in {1} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of OpenAI&apos;s original models; slow without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog has lost a photo while it was shown; run photoclip verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog in {0} cannot be used ({1}); free some space or mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog in {0} cannot be written ({1}); free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog in {0} is damaged ({1}); run photoclip repair: your photos are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog was damaged and there is no backup; {0}. The damaged catalog is in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog was damaged; the backup of {0} UTC with {1} photos is used instead. photoclip index finds again what came since then, but not the tags and albums that were made since. The damaged catalog is in {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog&apos;s tables are not those of this version of photoclip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change went wrong inside photoclip; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic large model, known from image generators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic middle-sized model; newer ones of its size find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic quick model, known from many other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config of {0} describes no model that the installed open_clip can build ({1}); get the original file, or update open_clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this file has not been looked at yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of {0} changed while its size and time did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder crashed on this file; it is skipped until the file changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive may be failing: check it, and compare the photo with a copy of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive reported an error while this file was read; check the drive and its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive that holds this file is not answering; check that it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins like a photo, but what follows makes no sense; it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was being read; it is tried again at the next scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends early; it may have been cut off while it was copied or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no extension, and its content is no photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {0} GB; photoclip reads up to {1} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is named {0}, but its content is no photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file uses a variant of its format that photoclip cannot read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first search, with no download; a real CLIP model finds far more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for thumbnails, {0}, cannot be written to; the library&apos;s own is used until it can, or another one is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder went away while it was looked at; plug in its drive and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group “{0}” cannot be moved into itself; choose another group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index in {0} cannot be removed ({1}); mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of {0} is damaged or does not belong to the catalog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of {0} is missing or its manifest is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of {0} is {1} photos behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of {0} was damaged and is removed; the next index run makes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed open_clip does not know {0}; put its {1} beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest open LAION model, only for a computer with a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest original OpenAI ResNet model; slow, and newer models do better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} cannot be locked ({1}); mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} cannot be opened ({1}); mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} cannot be read yet; run photoclip index once to prepare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} has to be brought up to this version of photoclip, and the backup that comes first could not be made; free some space or mend the permissions. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library in {0} was made by a newer photoclip; update photoclip or choose another library. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lightest model here, for research and trying out on a weak laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle-sized SigLIP for small details, at about three times the work per photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle-sized SigLIP looking at slightly larger pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model catalogue {0} cannot be read; install photoclip again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is to come from http://{0}, where anybody on the way could change it; name an https address with HF_ENDPOINT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} of this library is gone; put it back, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} of this library is gone; {1} is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} reads English only; ask in English, or choose the model size multilingual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most accurate model here, only for a computer with a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most accurate model in many languages, only for a computer with a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most accurate of the quick MobileCLIP2 models, for research.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most accurate of the recommended models, for a computer with a good graphics card; it also understands many languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The multilingual pick for small details, at about three times the work per photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The multilingual pick looking at slightly larger pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the {0} holds characters that cannot be shown; type it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the {0} is empty; type one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the {0} is longer than {1} characters; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network drive that holds this file is not answering; check that it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has {0} megapixels; photoclip reads up to {1} of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture went wrong inside photoclip; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preprocessing that {0} states is not one of open_clip&apos;s; get the original config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has {0} characters and at most {1} are read; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest model that understands many languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest to index with: a fair search on any laptop without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search went wrong inside photoclip; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {0} cannot be read; mend the file, or run photoclip repair to set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings name the model {0}, which is not to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were damaged; defaults are used instead, and the damaged file is in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were damaged; those of {0} are used instead, and the damaged file is in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest download here, with a weaker search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest of OpenAI&apos;s original models, for comparison with older work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system could not read this file ({0}); it is tried again at the next scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of {0} cannot be read ({1}); copy the tokenizer files of the model into its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights and the config of {0} are of different models or image sizes: {1} weights differ, first {2}, which is {3} and should be {4}; get both from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} have changed since the library was indexed; index it again to embed the photos with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} cannot be read ({1}); mend its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} computes wrong values, so it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} device failed ({1}), so the CPU is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} does not work with this torch ({1}), so it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an album or a group “{0}” in this place already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of the catalog yet; photoclip backup makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device &quot;{0}&quot;; choose auto, cuda, mps or cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {0}; give the model&apos;s folder or its .safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model &quot;{0}&quot;; choose {1}, or another from the list of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to search for; type a few words, such as: a dog on a beach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little memory for one photo; close other programs or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This album is not there any more; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link; photoclip reads photos where they really are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a side file of macOS, not the photo itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not {0}: it has {1} dimensions and not {2}; import it without --as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot encode a photo ({0}); choose another one, or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot encode text ({0}): its tokenizer and its text tower do not fit each other; get both from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives no numbers for a text; fetch it again or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives {0} numbers for a photo and {1} for a text, which cannot be compared; get its original config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s logit scale is {0}, which is no temperature; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is not searchable yet; wait until it is indexed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This smart album asks for itself; change what it looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This smart album is not there any more; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This smart album was saved by a newer photoclip; update photoclip, or make the album anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails missing: {0}; photoclip index makes those of photos that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What depends on the catalog was not looked at, since the catalog is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this smart album asks for is damaged; delete the album and make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own model, read from a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about 100 languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} asks for {1} = {2}, which no model has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can only be put back from the bin itself; open the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be copied: it was not read in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be copied: nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be downloaded; put its files into {1}, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be measured with the installed open_clip ({1}); update open_clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); a model needs its {2} beside the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}); mend the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be set aside ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); free some space, or name another folder with PHOTOCLIP_MODELS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changes this model&apos;s vectors (cosine {1}), so float32 is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be moved to the bin ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be moved to the bin; delete it with the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be put back ({1}); {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be removed ({1}); remove it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} describes an image_size or embed_dim that no model has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not give the file that was announced (its checksum differs), so it was deleted; try again, or name another mirror with HF_ENDPOINT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not describe an image tower, a text tower and embed_dim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not name an architecture that `transformers` has itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not run here ({1}), so float32 is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files are in folders that are not there now; they were not looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files {1} since the last scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gives values that are no numbers, so float32 is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a damaged header at {1}; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a {1} that is not a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no {1} beside the weights; put it there, or say which model of the catalogue this is with --as ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has values that are not finite in {1} weights ({2}); fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no safetensors file; put {1} beside {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds several safetensors files ({1}); keep the one of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds too many folders of one second; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1} weights that its config has no place for ({2}); get both from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pickle, which can run any code when it is read; get the .safetensors file of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is incomplete: it holds {1} of {2} bytes of weights; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than a model&apos;s config can be; get the original file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no folder that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no longer there; look at the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not JSON; get the original file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a config of open_clip: it has no model_cfg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a config; get the original file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model; give the model&apos;s folder or its .safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a safetensors file, or only its start; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a safetensors file; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not an ordinary file; delete it with the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not faster on this processor, so float32 is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not in the bin any more; look for it with the file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not on this machine and cannot be fetched ({1}); download {2} from {3} on any machine and put them into {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not on this machine and open_clip does not know it; fetch it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the model that its config describes ({1}); get both from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there any more; search by another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not {1}: its SHA-256 is {2}… and not {3}…; import it without --as, or get the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is now found in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is on a drive that is away; connect it and copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is on a drive that is away; connect it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is quantised to integers ({1}); get the float16 or float32 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large to be a settings file; run photoclip repair to set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is watched as a part of {1} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks {1} of the model&apos;s {2} weights ({3}), so a part of it would stay random; get the complete file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lies in {1}, which is watched already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must hold a JSON object; mend it, or run photoclip repair to set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names no checksum for {1}; use another mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names the image tower {1}, which timm does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs about {1} MB of memory and {2} MB are free; close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs the &quot;multilingual&quot; extra: run `pip install &quot;photoclip[multilingual]&quot;`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs {1} MB and {2} has {3} MB left; free some space, or name another folder with PHOTOCLIP_MODELS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} offers other weights than the catalogue&apos;s for {1}; update photoclip, or fetch the right ones by hand and import them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows of {1} in the catalog are not what was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows of {1} in the catalog {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows of {1} were damaged; they are as in the newest backup now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sets tokenizer options that photoclip does not allow: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stores {1} as {2}, which photoclip does not read; get the float16, bfloat16 or float32 file of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} vectors of {1} are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, as with links to folders; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; searches do not need it yet, they look at every vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} albums have lost their date, their cover and their place in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a group, which holds albums; choose an album for these photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a smart album, which finds its photos by itself; choose another album for these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no group, so no album can be in it; choose a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no smart album; add photos to it or remove them instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no smart album; save the search as a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} files were recorded wrongly; they are looked at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} folders were recorded wrongly; which drive they are on is noted at the next scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} models were recorded wrongly; how they run is noted when they are next used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} notes of the library about itself were damaged and are made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} photos are shown in a smart album or not as its query says, and no longer as was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} photos have lost their place in an album; they come first in it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} photos have lost their stars and their place among the favourites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} photos were described wrongly; they are read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{}} tags have lost their score and date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>{number} copies of one photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} near duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model being made ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for reading photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that answers your searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over once it has read every photo; empty where there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when the model is loaded next; the processor is used where it fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One on each line. “*.tmp” is every file of that kind, “Rejects/” every folder of that name, “2019/raw/*” a place below a watched folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that a symbolic link leads to are looked through as well, each one once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that reading photos may use. The model itself heeds it after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less memory reads fewer photos at a time, and not the very largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of reading photos while the computer is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window; searches take any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest side. Thumbnails are made anew in this size as they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails can always be made again, so any drive with room will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More makes scrolling back smoother, less leaves room for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small (256 pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium (512 pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large (1024 pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folders “{place}” below a watched folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whatever lies at “{place}” below a watched folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every folder called “{place}” with all it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every file or folder called “{place}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more than caches, bins and hidden files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over {patterns}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tile</name>
    <message>
        <source>Its drive is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live photo; its video is not beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} match</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} photos/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} hours left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
