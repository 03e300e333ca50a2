<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About photoclip</source>
        <translation>关于 photoclip</translation>
    </message>
    <message>
        <source>A photo library that finds photos by what is in them.
Photos are never changed, and nothing leaves this computer.

Apache License 2.0</source>
        <translation>按内容查找照片的照片库。
照片绝不会被修改，数据也绝不会离开这台电脑。

Apache License 2.0</translation>
    </message>
</context>
<context>
    <name>AlbumActions</name>
    <message>
        <source>Delete the group “{name}” with everything in it? No photo is deleted.</source>
        <translation>删除相册组“{name}”及其中的全部内容？照片不会被删除。</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>删除相册组</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>New smart album</source>
        <translation>新建智能相册</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建相册组</translation>
    </message>
    <message>
        <source>Delete album</source>
        <translation>删除相册</translation>
    </message>
</context>
<context>
    <name>ArrangementMenus</name>
    <message>
        <source>Order of the photos</source>
        <translation>照片的排序方式</translation>
    </message>
    <message>
        <source>Groups of the photos</source>
        <translation>照片的分组方式</translation>
    </message>
    <message>
        <source>Duplicates stand side by side: their order and groups cannot be chosen</source>
        <translation>重复照片并排显示：无法选择其排序和分组</translation>
    </message>
</context>
<context>
    <name>BinQuestion</name>
    <message>
        <source>Move to the bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>&amp;Move to the bin</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>Move “{name}” to the system&apos;s bin?</source>
        <translation>将“{name}”移到系统回收站？</translation>
    </message>
    <message>
        <source>Move {photos} to the system&apos;s bin?</source>
        <translation>将 {photos}移到系统回收站？</translation>
    </message>
    <message>
        <source>Every file of it goes there, copies in other folders included.</source>
        <translation>它的所有文件都会移走，包括其他文件夹中的副本。</translation>
    </message>
    <message>
        <source>Every file of them goes there, copies in other folders included.</source>
        <translation>它们的所有文件都会移走，包括其他文件夹中的副本。</translation>
    </message>
    <message>
        <source>{photos} on drives that are away stay where they are.</source>
        <translation>未连接的驱动器上的 {photos}保持原样。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take off “{text}”</source>
        <translation>移除“{text}”</translation>
    </message>
    <message>
        <source>Take this off</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>Read from your words. Click to search for the words themselves instead.</source>
        <translation>根据您输入的词语识别。点击可改为直接搜索这些词语。</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>What the photos are narrowed down to</source>
        <translation>当前的筛选条件</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>The picture cannot be copied. {reason}</source>
        <translation>无法复制图片。{reason}</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one in another program, then try again.</source>
        <translation>剪贴板中没有图片。请先在其他程序中复制一张，然后重试。</translation>
    </message>
    <message>
        <source>the dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation>无法读取这张图片。</translation>
    </message>
    <message>
        <source>the picture from the clipboard</source>
        <translation>剪贴板中的图片</translation>
    </message>
    <message>
        <source>The picture could not be kept while searching; free some space and try again.</source>
        <translation>无法为搜索暂存这张图片；请释放一些空间后重试。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>What both models are to look for</source>
        <translation>输入要让两个模型搜索的内容</translation>
    </message>
    <message>
        <source>Search with both models</source>
        <translation>用两个模型搜索</translation>
    </message>
    <message>
        <source>Type above what to look for.</source>
        <translation>请在上方输入要搜索的内容。</translation>
    </message>
    <message>
        <source>“Only here” marks what the other model does not find.</source>
        <translation>“仅此处”表示另一个模型没有找到的照片。</translation>
    </message>
    <message>
        <source>Asking {model}…</source>
        <translation>正在用 {model} 搜索…</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Shows what two models answer to the same search</source>
        <translation>显示两个模型对同一搜索的结果</translation>
    </message>
    <message>
        <source>Only one model has read this library; choose another one with “Model…” first</source>
        <translation>只有一个模型读取过此图库；请先通过“模型…”选择另一个</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>What can be typed here</source>
        <translation>可在此输入的内容</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>CropBox</name>
    <message>
        <source>Part of the photo</source>
        <translation>照片局部</translation>
    </message>
    <message>
        <source>{across} of its width, {down} of its height. {hint}</source>
        <translation>宽度的 {across}，高度的 {down}。{hint}</translation>
    </message>
    <message>
        <source>Draw a box around what is looked for, or move this one with the arrow keys
and size it with Shift and the arrow keys. Enter searches, Esc cancels.</source>
        <translation>用方框圈出要查找的内容，或用方向键移动此方框，
用 Shift 加方向键调整大小。按 Enter 搜索，按 Esc 取消。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Move {photos} to the bin</source>
        <translation>将 {photos}移到回收站</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export album</source>
        <translation>导出相册</translation>
    </message>
    <message>
        <source>Export copies</source>
        <translation>导出副本</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>At most {side} pixels</source>
        <translation>最大 {side} 像素</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>原始尺寸</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Without the place</source>
        <translation>去除位置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全部去除</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>尺寸(&amp;S)：</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>格式(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>质量(&amp;Q)：</translation>
    </message>
    <message>
        <source>&amp;Metadata:</source>
        <translation>元数据(&amp;M)：</translation>
    </message>
    <message>
        <source>A folder called “{album}” is made in it.</source>
        <translation>将在其中新建名为“{album}”的文件夹。</translation>
    </message>
    <message>
        <source>The photos themselves stay as they are, and nothing that is there is overwritten.</source>
        <translation>照片本身不会改变，已有的文件也不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose the folder that the copies go to.</source>
        <translation>请选择存放副本的文件夹。</translation>
    </message>
    <message>
        <source>Name the whole path, from the top.</source>
        <translation>请输入完整路径。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>This folder cannot be written to; choose another one.</source>
        <translation>无法写入此文件夹，请另选一个。</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>存放副本的文件夹</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>胶片栏</translation>
    </message>
    <message>
        <source>The photos before and after this one</source>
        <translation>这张照片前后的照片</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Add the folders that hold your photos, or drop them here.</source>
        <translation>添加存放照片的文件夹，或将它们拖到这里。</translation>
    </message>
    <message>
        <source>Folders to look through</source>
        <translation>要查找照片的文件夹</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Find your photos by what is in them</source>
        <translation>按内容查找照片</translation>
    </message>
    <message>
        <source>Photos are only read, and nothing leaves this computer.</source>
        <translation>照片只会被读取，数据绝不会离开这台电脑。</translation>
    </message>
    <message>
        <source>1  Choose folders</source>
        <translation>1  选择文件夹</translation>
    </message>
    <message>
        <source>Folders inside are looked through too.</source>
        <translation>其中的子文件夹也会一并查找。</translation>
    </message>
    <message>
        <source>2  Choose a model</source>
        <translation>2  选择模型</translation>
    </message>
    <message>
        <source>3  Start</source>
        <translation>3  开始</translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation>请至少选择一个文件夹。</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Name the whole path, from the top.</source>
        <translation>请输入完整路径。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>This folder cannot be written to.</source>
        <translation>无法写入此文件夹。</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>FoldersPanel</name>
    <message>
        <source>Watched folders</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Removing a folder deletes nothing: its photos leave the view, and what is known about them is kept in case the folder is added again.</source>
        <translation>移除文件夹不会删除任何东西：其中的照片不再显示，但相关信息会保留，以便日后重新添加该文件夹。</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the hint</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>InfoOverlay</name>
    <message>
        <source>About this photo</source>
        <translation>照片信息</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>信息栏</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Take from favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>移除标签</translation>
    </message>
</context>
<context>
    <name>InspectorBody</name>
    <message>
        <source>Select a photo to see what is known of it.</source>
        <translation>选择一张照片以查看其信息。</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation>相似照片</translation>
    </message>
    <message>
        <source>Given by {source}</source>
        <translation>来自 {source}</translation>
    </message>
    <message>
        <source>Take from favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation>加入收藏</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>photoclip ended unexpectedly last time; the report is in {place} and nothing was sent anywhere.</source>
        <translation>photoclip 上次意外退出；报告位于 {place}，没有发送到任何地方。</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>They were removed</source>
        <translation>已被移除</translation>
    </message>
    <message>
        <source>They leave the view; their tags are kept in case they come back</source>
        <translation>不再显示这些照片；标签会保留，以便照片日后恢复</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>They stay in the library until they are back, as on a drive to plug in</source>
        <translation>照片留在图库中直到恢复，例如重新连接驱动器之后</translation>
    </message>
    <message>
        <source>{missing} of {total} in {folder} are gone at once. Were they removed on purpose?</source>
        <translation>{folder} 中的 {total}里有 {missing} 张同时消失。是有意移除的吗？</translation>
    </message>
</context>
<context>
    <name>ModelCards</name>
    <message>
        <source>&amp;Measure on this computer</source>
        <translation>在这台电脑上测速(&amp;M)</translation>
    </message>
    <message>
        <source>Tries the recommended models one after the other, each for a few seconds, without a download</source>
        <translation>依次试运行推荐的模型，每个只需几秒，无需下载</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>更多模型</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测速</translation>
    </message>
    <message>
        <source>to be measured…</source>
        <translation>等待测速…</translation>
    </message>
    <message>
        <source>Measuring, {number} to go…</source>
        <translation>正在测速，还剩 {number} 个…</translation>
    </message>
</context>
<context>
    <name>ModelChange</name>
    <message>
        <source>&amp;Keep using {model}</source>
        <translation>继续使用 {model}(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stop changing the model</source>
        <translation>停止更换模型(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ModelColumn</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>This model serves your searches now</source>
        <translation>此模型正在为您搜索</translation>
    </message>
    <message>
        <source>Search with this model from now on; it has read your photos and switches at once</source>
        <translation>从现在起用此模型搜索；它已读取过您的照片，可立即切换</translation>
    </message>
    <message>
        <source>No good match.</source>
        <translation>没有匹配的照片。</translation>
    </message>
    <message>
        <source>{photos}, {number} of them only here</source>
        <translation>{photos}，其中 {number} 张仅在此处</translation>
    </message>
    <message>
        <source>Photos found by {model}</source>
        <translation>{model} 找到的照片</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>being made ready</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Keep using {model}</source>
        <translation>继续使用 {model}</translation>
    </message>
    <message>
        <source>Stop making the other model ready; what it has read so far is kept</source>
        <translation>停止准备另一个模型；已读取的内容会保留</translation>
    </message>
    <message>
        <source>The model decides how well photos are understood and how long reading them takes. A larger one finds better and reads slower.</source>
        <translation>模型决定对照片的理解程度和读取所需的时间。模型越大，搜索效果越好，读取也越慢。</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Search with this model from now on; it switches at once</source>
        <translation>从现在起用此模型搜索；立即切换</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Forget what it has read…</source>
        <translation>清除其读取结果…</translation>
    </message>
    <message>
        <source>Forget what {model} has read</source>
        <translation>清除 {model} 的读取结果</translation>
    </message>
</context>
<context>
    <name>ModelPart</name>
    <message>
        <source>&amp;Change model…</source>
        <translation>更换模型(&amp;C)…</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>尚未加载模型。</translation>
    </message>
    <message>
        <source>“{model}” answers your searches.</source>
        <translation>“{model}”正在为您搜索。</translation>
    </message>
    <message>
        <source>It runs on: {device}, {precision}.</source>
        <translation>运行于：{device}，{precision}。</translation>
    </message>
    <message>
        <source>“{model}” is being made ready and takes over by itself.</source>
        <translation>“{model}”正在准备，完成后会自动启用。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>So many photos have little in common; select at most {number} to find similar ones.</source>
        <translation>这么多照片很难有共同之处；查找相似照片最多可选择 {number} 张。</translation>
    </message>
    <message>
        <source>So many photos lead nowhere; select at most {number} to like or not.</source>
        <translation>照片太多，无从判断喜好；最多可同时将 {number} 张标记为喜欢或不喜欢。</translation>
    </message>
</context>
<context>
    <name>NewAlbumDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>New smart album</source>
        <translation>新建智能相册</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建相册组</translation>
    </message>
    <message>
        <source>A group holds albums and other groups.</source>
        <translation>相册组可包含相册和其他相册组。</translation>
    </message>
    <message>
        <source>With {photos}.</source>
        <translation>包含 {photos}。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>{number} more</source>
        <translation>还有 {number} 条</translation>
    </message>
</context>
<context>
    <name>PauseSwitch</name>
    <message>
        <source>&amp;Go on anyway</source>
        <translation>仍然继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Resume indexing</source>
        <translation>继续索引(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause indexing</source>
        <translation>暂停索引(&amp;P)</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>No program on this computer opens {name}.</source>
        <translation>这台电脑上没有程序可以打开 {name}。</translation>
    </message>
    <message>
        <source>No file manager answered; the photo is {path}.</source>
        <translation>文件管理器没有响应；照片位于 {path}。</translation>
    </message>
</context>
<context>
    <name>PhotoCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PhotoPresenter</name>
    <message>
        <source>The file is no longer where it was; this is what was read before</source>
        <translation>文件已不在原处；这里显示的是先前读取的内容</translation>
    </message>
    <message>
        <source>This photo cannot be read any sharper</source>
        <translation>无法以更高的清晰度读取这张照片</translation>
    </message>
    <message>
        <source>The drive of this photo is not connected, and there is no preview of it yet</source>
        <translation>这张照片所在的驱动器未连接，而且还没有预览</translation>
    </message>
    <message>
        <source>The file of this photo is not where it was, and there is no preview of it</source>
        <translation>这张照片的文件不在原处，而且没有预览</translation>
    </message>
    <message>
        <source>This photo cannot be shown here. Ctrl+O opens it in your default program</source>
        <translation>这张照片无法在此显示。按 Ctrl+O 可用默认程序打开</translation>
    </message>
    <message>
        <source>Preview; the drive of this photo is not connected</source>
        <translation>预览；这张照片所在的驱动器未连接</translation>
    </message>
    <message>
        <source>Preview; the file cannot be opened where it was</source>
        <translation>预览；无法打开原处的文件</translation>
    </message>
    <message>
        <source>Preview; the full picture cannot be shown here. Ctrl+O opens it in your default program</source>
        <translation>预览；此处无法显示完整图片。按 Ctrl+O 可用默认程序打开</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>Add to an album</source>
        <translation>添加到相册</translation>
    </message>
    <message>
        <source>Name of an album</source>
        <translation>相册名称</translation>
    </message>
    <message>
        <source>New album “{name}”</source>
        <translation>新建相册“{name}”</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>新建相册…</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Name of a tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>and {number} more places</source>
        <translation>以及另外 {number} 个位置</translation>
    </message>
    <message>
        <source>Offline: its drive is not connected.</source>
        <translation>离线：驱动器未连接。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Appearance &amp; language</source>
        <translation>外观和语言</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Changes are saved at once.</source>
        <translation>更改会立即保存。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Delete everything photoclip stored…</source>
        <translation>删除 photoclip 存储的全部数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Photos are only read, and nothing leaves this computer: no photo, no search, no statistics. The network is used for one thing, to download a model that you choose.</source>
        <translation>照片只会被读取，任何数据都不会离开这台电脑：照片、搜索和统计信息都不会。网络只用于一件事：下载您选择的模型。</translation>
    </message>
    <message>
        <source>Your photos stay where they are. Whatever else lies in these folders stays as well.</source>
        <translation>您的照片保持原样。这些文件夹中的其他内容也会保留。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of: {what}</source>
        <translation>打开文件夹：{what}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>删除全部数据</translation>
    </message>
    <message>
        <source>Delete everything that photoclip stored?</source>
        <translation>删除 photoclip 存储的全部数据？</translation>
    </message>
    <message>
        <source>Gone for good: albums, tags, stars, favourites, the index, thumbnails, backups, models, settings and logs. Your photos stay where they are.

photoclip closes to do this.</source>
        <translation>以下内容将永久删除：相册、标签、星级、收藏、索引、缩略图、备份、模型、设置和日志。您的照片保持原样。

photoclip 将关闭以完成此操作。</translation>
    </message>
    <message>
        <source>Delete and close</source>
        <translation>删除并关闭</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Filter by name, folder or reason</source>
        <translation>按名称、文件夹或原因筛选</translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Show &amp;ignored</source>
        <translation>显示已忽略的(&amp;I)</translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation>全部重试(&amp;A)</translation>
    </message>
    <message>
        <source>Files that are not searchable</source>
        <translation>无法搜索的文件</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation>忽略(&amp;G)</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
    </message>
    <message>
        <source>Open in &amp;default program</source>
        <translation>用默认程序打开(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing is ever deleted or changed from here.</source>
        <translation>此处的操作绝不会删除或修改任何文件。</translation>
    </message>
    <message>
        <source>{files} not searchable</source>
        <translation>{files}无法搜索</translation>
    </message>
    <message>
        <source>&amp;Do not ignore</source>
        <translation>不再忽略(&amp;D)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No problem matches the filter.</source>
        <translation>没有符合筛选条件的问题。</translation>
    </message>
    <message>
        <source>Every photo is searchable.</source>
        <translation>所有照片都可搜索。</translation>
    </message>
    <message>
        <source>Ignore {files}</source>
        <translation>忽略 {files}</translation>
    </message>
    <message>
        <source>Do not ignore {files}</source>
        <translation>不再忽略 {files}</translation>
    </message>
</context>
<context>
    <name>ReadModels</name>
    <message>
        <source>Other models that have read this library</source>
        <translation>读取过此图库的其他模型</translation>
    </message>
    <message>
        <source>What a model has read stays beside that of the others until you forget it here. Changing to one of these switches at once, and back again as fast.</source>
        <translation>每个模型的读取结果都会分别保留，直到您在此处清除。换用其中任何一个都会立即切换，换回来也一样快。</translation>
    </message>
    <message>
        <source>Forget what “{model}” has read of this library?</source>
        <translation>清除“{model}”对此图库的读取结果？</translation>
    </message>
    <message>
        <source>What it knows of up to {photos} is deleted, which frees up to {size}.</source>
        <translation>将删除它对最多 {photos}的读取结果，最多可释放 {size}。</translation>
    </message>
    <message>
        <source>This cannot be undone: to search with it again, it has to read every photo anew. Your photos, albums and tags stay, and so does the downloaded model.</source>
        <translation>此操作无法撤销：若要再用它搜索，需要重新读取每张照片。您的照片、相册和标签都会保留，已下载的模型也会保留。</translation>
    </message>
    <message>
        <source>Forget what a model has read</source>
        <translation>清除模型的读取结果</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>清除(&amp;F)</translation>
    </message>
</context>
<context>
    <name>ResultHeader</name>
    <message>
        <source>Size of the tiles</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Size of the tiles (Ctrl and the mouse wheel)</source>
        <translation>缩略图大小（Ctrl 加鼠标滚轮）</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search by what is in the photo, such as “dog on a beach”</source>
        <translation>按照片内容搜索，例如“沙滩上的狗”</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>搜索照片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>…but at night</source>
        <translation>…但在夜晚</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>Mark {photos} as favourite</source>
        <translation>收藏 {photos}</translation>
    </message>
    <message>
        <source>Take {photos} off the favourites</source>
        <translation>取消收藏 {photos}</translation>
    </message>
    <message>
        <source>Give {photos} {stars} stars</source>
        <translation>为 {photos}评 {stars} 星</translation>
    </message>
    <message>
        <source>Take the stars off {photos}</source>
        <translation>清除 {photos}的星级</translation>
    </message>
    <message>
        <source>Tag {photos}</source>
        <translation>为 {photos}添加标签</translation>
    </message>
    <message>
        <source>Add {photos} to the album</source>
        <translation>将 {photos}添加到相册</translation>
    </message>
    <message>
        <source>{photos} added to “{album}”.</source>
        <translation>已将 {photos}添加到“{album}”。</translation>
    </message>
    <message>
        <source>New album of {photos}</source>
        <translation>用 {photos}新建相册</translation>
    </message>
    <message>
        <source>Remove {photos} from the album</source>
        <translation>从相册中移除 {photos}</translation>
    </message>
    <message>
        <source>Choose the cover</source>
        <translation>选择封面</translation>
    </message>
    <message>
        <source>Always keep {photos}</source>
        <translation>始终保留 {photos}</translation>
    </message>
    <message>
        <source>Never show {photos}</source>
        <translation>始终不显示 {photos}</translation>
    </message>
    <message>
        <source>Leave {photos} to the smart album</source>
        <translation>由智能相册决定 {photos}</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>This has to be {what}.</source>
        <translation>此项必须是 {what}。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>&amp;Add folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Rescan folders</source>
        <translation>重新扫描文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>New &amp;album…</source>
        <translation>新建相册(&amp;A)…</translation>
    </message>
    <message>
        <source>New &amp;smart album from this view…</source>
        <translation>用当前视图新建智能相册(&amp;S)…</translation>
    </message>
    <message>
        <source>New &amp;group of albums…</source>
        <translation>新建相册组(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Export copies…</source>
        <translation>导出副本(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>复制图片(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Search by the picture in the clipboard</source>
        <translation>用剪贴板中的图片搜索(&amp;S)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>取消全选(&amp;N)</translation>
    </message>
    <message>
        <source>In&amp;vert the selection</source>
        <translation>反选(&amp;V)</translation>
    </message>
    <message>
        <source>Find by &amp;a part…</source>
        <translation>按局部查找(&amp;A)…</translation>
    </message>
    <message>
        <source>More li&amp;ke this</source>
        <translation>更多类似照片(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>减少类似照片(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Why is this photo here?</source>
        <translation>为什么有这张照片(&amp;W)？</translation>
    </message>
    <message>
        <source>Show its du&amp;plicates</source>
        <translation>显示重复照片(&amp;P)</translation>
    </message>
    <message>
        <source>Favo&amp;urite</source>
        <translation>收藏(&amp;U)</translation>
    </message>
    <message>
        <source>Ne&amp;ver show in this smart album</source>
        <translation>始终不在此智能相册中显示(&amp;V)</translation>
    </message>
    <message>
        <source>Leave to the smar&amp;t album</source>
        <translation>由智能相册决定(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What can be typed</source>
        <translation>搜索语法(&amp;W)</translation>
    </message>
    <message>
        <source>Show the s&amp;ource list</source>
        <translation>显示来源列表(&amp;O)</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>全屏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare models…</source>
        <translation>比较模型(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose more photos</source>
        <translation>选择更多照片</translation>
    </message>
    <message>
        <source>Choose the photo, or not</source>
        <translation>选择或取消选择照片</translation>
    </message>
    <message>
        <source>Album: move the photos back</source>
        <translation>相册：将照片前移</translation>
    </message>
    <message>
        <source>Album: move the photos on</source>
        <translation>相册：将照片后移</translation>
    </message>
    <message>
        <source>Viewer: first photo</source>
        <translation>查看器：第一张照片</translation>
    </message>
    <message>
        <source>Viewer: last photo</source>
        <translation>查看器：最后一张照片</translation>
    </message>
    <message>
        <source>Viewer: the whole photo, or 100 %</source>
        <translation>查看器：适合窗口或 100%</translation>
    </message>
    <message>
        <source>Viewer: zoom in</source>
        <translation>查看器：放大</translation>
    </message>
    <message>
        <source>Viewer: zoom out</source>
        <translation>查看器：缩小</translation>
    </message>
    <message>
        <source>Viewer: turn the view to the right</source>
        <translation>查看器：向右旋转视图</translation>
    </message>
    <message>
        <source>Viewer: turn the view to the left</source>
        <translation>查看器：向左旋转视图</translation>
    </message>
    <message>
        <source>Viewer: full screen</source>
        <translation>查看器：全屏</translation>
    </message>
    <message>
        <source>Viewer: about this photo</source>
        <translation>查看器：照片信息</translation>
    </message>
    <message>
        <source>Viewer: filmstrip</source>
        <translation>查看器：胶片栏</translation>
    </message>
    <message>
        <source>Viewer: next photo, or pause the slideshow</source>
        <translation>查看器：下一张照片，或暂停幻灯片</translation>
    </message>
    <message>
        <source>Part of a photo: move the box</source>
        <translation>照片局部：移动方框</translation>
    </message>
    <message>
        <source>Part of a photo: size the box</source>
        <translation>照片局部：调整方框大小</translation>
    </message>
    <message>
        <source>Part of a photo: search for it</source>
        <translation>照片局部：搜索</translation>
    </message>
    <message>
        <source>Sources: rename an album</source>
        <translation>来源：重命名相册</translation>
    </message>
    <message>
        <source>Sources: delete an album</source>
        <translation>来源：删除相册</translation>
    </message>
    <message>
        <source>Sources: a new one of this kind</source>
        <translation>来源：新建同类项目</translation>
    </message>
    <message>
        <source>Problems: open the file</source>
        <translation>问题：打开文件</translation>
    </message>
    <message>
        <source>Problems: try again</source>
        <translation>问题：重试</translation>
    </message>
    <message>
        <source>Problems: ignore</source>
        <translation>问题：忽略</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Find similar</source>
        <translation>查找相似照片(&amp;F)</translation>
    </message>
    <message>
        <source>Open in &amp;default program</source>
        <translation>用默认程序打开(&amp;D)</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;No stars</source>
        <translation>无星级(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;1 star</source>
        <translation>1 星(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;2 stars</source>
        <translation>2 星(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;3 stars</source>
        <translation>3 星(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;4 stars</source>
        <translation>4 星(&amp;4)</translation>
    </message>
    <message>
        <source>&amp;5 stars</source>
        <translation>5 星(&amp;5)</translation>
    </message>
    <message>
        <source>Add to a&amp;lbum…</source>
        <translation>添加到相册(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Remove from this album</source>
        <translation>从此相册中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Use as &amp;cover of this album</source>
        <translation>用作此相册的封面(&amp;C)</translation>
    </message>
    <message>
        <source>Always &amp;keep in this smart album</source>
        <translation>始终保留在此智能相册中(&amp;K)</translation>
    </message>
    <message>
        <source>Add &amp;tag…</source>
        <translation>添加标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Move to the &amp;bin…</source>
        <translation>移到回收站(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>Show &amp;all photos</source>
        <translation>显示所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Larger tiles</source>
        <translation>放大缩略图(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller tiles</source>
        <translation>缩小缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual tile size</source>
        <translation>默认缩略图大小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Fill square tiles</source>
        <translation>填满方形缩略图(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Best shot of each burst only</source>
        <translation>每组连拍只显示最佳照片(&amp;B)</translation>
    </message>
    <message>
        <source>Show the &amp;inspector</source>
        <translation>显示信息栏(&amp;I)</translation>
    </message>
    <message>
        <source>Sli&amp;deshow</source>
        <translation>幻灯片(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicates</source>
        <translation>重复照片(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Folders…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Model…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Stop changing the model</source>
        <translation>停止更换模型(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause indexing</source>
        <translation>暂停索引(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About photoclip</source>
        <translation>关于 photoclip(&amp;A)</translation>
    </message>
    <message>
        <source>Open the photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Back, or end the search</source>
        <translation>后退，或结束搜索</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>In the grid and the viewer</source>
        <translation>在网格和查看器中</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Filter by command or key</source>
        <translation>按命令或按键筛选</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>筛选快捷键</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>没有符合条件的快捷键。</translation>
    </message>
</context>
<context>
    <name>ShownAnswer</name>
    <message>
        <source>Comparing photos… {share}</source>
        <translation>正在比较照片… {share}</translation>
    </message>
</context>
<context>
    <name>SimilarTile</name>
    <message>
        <source>Similar photo {name}</source>
        <translation>相似照片 {name}</translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>One burst</source>
        <translation>一组连拍</translation>
    </message>
    <message>
        <source>Duplicates of one photo</source>
        <translation>一张照片的重复项</translation>
    </message>
    <message>
        <source>An album</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Stop watching “{name}”?

Its photos leave the view. Nothing on the disk is deleted.</source>
        <translation>停止监视“{name}”？

其中的照片将不再显示。磁盘上的文件不会被删除。</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>停止监视(&amp;S)</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>Rename group</source>
        <translation>重命名相册组</translation>
    </message>
    <message>
        <source>Rename album</source>
        <translation>重命名相册</translation>
    </message>
    <message>
        <source>+ adds a folder</source>
        <translation>点 + 添加文件夹</translation>
    </message>
    <message>
        <source>+ makes a new one</source>
        <translation>点 + 新建</translation>
    </message>
    <message>
        <source>The folder {folder} is not there now; its photos stay in the library.</source>
        <translation>文件夹 {folder} 目前不可用；其中的照片仍保留在图库中。</translation>
    </message>
</context>
<context>
    <name>SourceNames</name>
    <message>
        <source>this photo</source>
        <translation>这张照片</translation>
    </message>
    <message>
        <source>an album that is gone</source>
        <translation>已不存在的相册</translation>
    </message>
</context>
<context>
    <name>SourceTree</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>添加到相册</translation>
    </message>
    <message>
        <source>Mark as favourite</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Move group</source>
        <translation>移动相册组</translation>
    </message>
    <message>
        <source>Move album</source>
        <translation>移动相册</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Stop watching…</source>
        <translation>停止监视(&amp;S)…</translation>
    </message>
    <message>
        <source>New &amp;smart album from this view…</source>
        <translation>用当前视图新建智能相册(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;New album…</source>
        <translation>新建相册(&amp;N)…</translation>
    </message>
    <message>
        <source>New &amp;group…</source>
        <translation>新建相册组(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>Move &amp;into</source>
        <translation>移入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Export as a folder…</source>
        <translation>导出为文件夹(&amp;E)…</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不在相册组中</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Smart albums</source>
        <translation>智能相册</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No folders yet: + adds one</source>
        <translation>还没有文件夹：点 + 添加</translation>
    </message>
    <message>
        <source>No albums yet: + makes one</source>
        <translation>还没有相册：点 + 新建</translation>
    </message>
    <message>
        <source>None yet: + keeps a search</source>
        <translation>还没有：点 + 保存搜索</translation>
    </message>
    <message>
        <source>Tags of your photos come here</source>
        <translation>照片的标签会显示在这里</translation>
    </message>
</context>
<context>
    <name>StarField</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Rating: click a star, or press 0 to 5</source>
        <translation>评分：点击星星，或按 0 到 5</translation>
    </message>
    <message>
        <source>the photos differ</source>
        <translation>各照片不同</translation>
    </message>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>{number} stars</source>
        <translation>{number} 星</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>继续索引</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>暂停索引</translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>How strict the search is</source>
        <translation>搜索的严格程度</translation>
    </message>
</context>
<context>
    <name>SyntaxMenu</name>
    <message>
        <source>What can be searched for</source>
        <translation>可以搜索的内容</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Take off the tag {name}</source>
        <translation>移除标签 {name}</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>{share} match</source>
        <translation>匹配度 {share}</translation>
    </message>
    <message>
        <source>The photo before is not in this list any more</source>
        <translation>之前的照片已不在此列表中</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Back to the photos (Esc)</source>
        <translation>返回照片列表（Esc）</translation>
    </message>
    <message>
        <source>Whole photo or 100 % (Z)</source>
        <translation>适合窗口或 100%（Z）</translation>
    </message>
    <message>
        <source>Turn the view to the left (Shift+R)</source>
        <translation>向左旋转视图（Shift+R）</translation>
    </message>
    <message>
        <source>Turn the view to the right (R)</source>
        <translation>向右旋转视图（R）</translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation>照片信息（I）</translation>
    </message>
    <message>
        <source>Filmstrip (T)</source>
        <translation>胶片栏（T）</translation>
    </message>
    <message>
        <source>Slideshow (Shift+F11)</source>
        <translation>幻灯片（Shift+F11）</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>全屏（F）</translation>
    </message>
    <message>
        <source>Previous photo (Left)</source>
        <translation>上一张照片（←）</translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation>下一张照片（→）</translation>
    </message>
    <message>
        <source>Every {number} seconds</source>
        <translation>每 {number} 秒</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>There are no words to explain; search for something in words first.</source>
        <translation>没有可以解释的词语；请先用词语搜索。</translation>
    </message>
    <message>
        <source>Reading the photo…</source>
        <translation>正在读取照片…</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this photo is here</source>
        <translation>为什么有这张照片</translation>
    </message>
    <message>
        <source>{share} match</source>
        <translation>匹配度 {share}</translation>
    </message>
    <message>
        <source>Let in by {parts}</source>
        <translation>符合条件：{parts}</translation>
    </message>
    <message>
        <source>No single place stands out; it is the photo as a whole.</source>
        <translation>没有特别突出的位置；匹配的是整张照片。</translation>
    </message>
</context>
<context>
    <name>WindowDeeds</name>
    <message>
        <source>Arrange the album</source>
        <translation>排列相册</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>No file manager opened; the folder is {place}.</source>
        <translation>无法打开文件管理器；文件夹位于 {place}。</translation>
    </message>
    <message>
        <source>No file manager answered; the file is {path}.</source>
        <translation>文件管理器没有响应；文件位于 {path}。</translation>
    </message>
    <message>
        <source>No program on this computer opens {path}.</source>
        <translation>这台电脑上没有程序可以打开 {path}。</translation>
    </message>
</context>
<context>
    <name>_FolderList</name>
    <message>
        <source>No folders yet. Add one, and photoclip looks through it and the folders inside.</source>
        <translation>还没有文件夹。添加一个，photoclip 会查找它及其中的子文件夹。</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation>还有 {number} 条</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add this folder</source>
        <translation>松开以添加此文件夹</translation>
    </message>
    <message>
        <source>Drop to search by this picture</source>
        <translation>松开以用这张图片搜索</translation>
    </message>
</context>
<context>
    <name>albums</name>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>The name may have at most {number} characters.</source>
        <translation>名称最多 {number} 个字符。</translation>
    </message>
    <message>
        <source>There is one of this name here already.</source>
        <translation>此处已有同名项目。</translation>
    </message>
</context>
<context>
    <name>arrangement</name>
    <message>
        <source>Relevance</source>
        <translation>相关度</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Album order</source>
        <translation>相册顺序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A 到 Z</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z 到 A</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>Most stars first</source>
        <translation>星级从高到低</translation>
    </message>
    <message>
        <source>Fewest stars first</source>
        <translation>星级从低到高</translation>
    </message>
    <message>
        <source>First to last</source>
        <translation>从前到后</translation>
    </message>
    <message>
        <source>Last to first</source>
        <translation>从后到前</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>按文件夹</translation>
    </message>
</context>
<context>
    <name>asked</name>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>不含 {what}</translation>
    </message>
    <message>
        <source>{words} {sign}{amount}</source>
        <translation>{words} {sign}{amount}</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>相似：{name}</translation>
    </message>
    <message>
        <source>near {place}</source>
        <translation>{place} 附近</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>位于 {place}</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>文件夹：{name}</translation>
    </message>
    <message>
        <source>Camera: {name}</source>
        <translation>相机：{name}</translation>
    </message>
    <message>
        <source>Lens: {name}</source>
        <translation>镜头：{name}</translation>
    </message>
    <message>
        <source>Type: {name}</source>
        <translation>类型：{name}</translation>
    </message>
    <message>
        <source>Tag: {name}</source>
        <translation>标签：{name}</translation>
    </message>
    <message>
        <source>Album: {name}</source>
        <translation>相册：{name}</translation>
    </message>
    <message>
        <source>near {name}</source>
        <translation>{name} 附近</translation>
    </message>
    <message>
        <source>no stars</source>
        <translation>无星级</translation>
    </message>
    <message>
        <source>★ {least}</source>
        <translation>★ {least}</translation>
    </message>
    <message>
        <source>★ {least} or more</source>
        <translation>★ {least} 及以上</translation>
    </message>
    <message>
        <source>★ {most} or fewer</source>
        <translation>★ {most} 及以下</translation>
    </message>
    <message>
        <source>★ {least} to {most}</source>
        <translation>★ {least} 至 {most}</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>with a known place</source>
        <translation>有位置信息</translation>
    </message>
    <message>
        <source>portrait format</source>
        <translation>竖幅</translation>
    </message>
    <message>
        <source>landscape format</source>
        <translation>横幅</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方形</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>{photo}, found by this model only</source>
        <translation>{photo}，仅此模型找到</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>仅此处</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>any date</source>
        <translation>任意日期</translation>
    </message>
    <message>
        <source>in {months}</source>
        <translation>{months}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>从{day}起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到{day}止</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>errands</name>
    <message>
        <source>Copying {photos} to {folder}</source>
        <translation>正在将 {photos}复制到 {folder}</translation>
    </message>
    <message>
        <source>Copying an album to {folder}</source>
        <translation>正在将相册复制到 {folder}</translation>
    </message>
    <message>
        <source>Moving {photos} to the bin</source>
        <translation>正在将 {photos}移到回收站</translation>
    </message>
    <message>
        <source>Putting {files} back</source>
        <translation>正在还原 {files}</translation>
    </message>
    <message>
        <source>Measuring a model</source>
        <translation>正在测试模型速度</translation>
    </message>
    <message>
        <source>Copied {photos} to {folder}.</source>
        <translation>已将 {photos}复制到 {folder}。</translation>
    </message>
    <message>
        <source>Moved {files} to the bin.</source>
        <translation>已将 {files}移到回收站。</translation>
    </message>
    <message>
        <source>Put {files} back.</source>
        <translation>已还原 {files}。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>And {number} more.</source>
        <translation>还有 {number} 条。</translation>
    </message>
    <message>
        <source>{photos} copied to {folder}.</source>
        <translation>已将 {photos}复制到 {folder}。</translation>
    </message>
    <message>
        <source>{files} put back from the bin.</source>
        <translation>已从回收站还原 {files}。</translation>
    </message>
    <message>
        <source>{files} moved to the bin.</source>
        <translation>已将 {files}移到回收站。</translation>
    </message>
    <message>
        <source>Undo cannot put them back here: open the system&apos;s bin to restore them.</source>
        <translation>此处无法通过撤销还原：请打开系统回收站来还原。</translation>
    </message>
    <message>
        <source>{files} can only be restored from the system&apos;s bin.</source>
        <translation>{files}只能从系统回收站还原。</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>没有复制任何照片。</translation>
    </message>
    <message>
        <source>Nothing was moved to the bin.</source>
        <translation>没有将任何照片移到回收站。</translation>
    </message>
    <message>
        <source>Nothing was put back.</source>
        <translation>没有还原任何文件。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 个副本</translation>
    </message>
    <message>
        <source>{number} copies</source>
        <translation>{number} 个副本</translation>
    </message>
    <message>
        <source> as {format}</source>
        <translation>（{format}）</translation>
    </message>
    <message>
        <source>at most {side} pixels</source>
        <translation>最大 {side} 像素</translation>
    </message>
    <message>
        <source>without place</source>
        <translation>不含位置</translation>
    </message>
    <message>
        <source>without metadata</source>
        <translation>不含元数据</translation>
    </message>
    <message>
        <source>the files as they are</source>
        <translation>文件保持原样</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{width} × {height} · {megapixels} MP</source>
        <translation>{width} × {height} · {megapixels} MP</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} 秒</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Live photo</source>
        <translation>实况照片</translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>监视中</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>The model hardly understands this language.</source>
        <translation>此模型几乎不理解这种语言。</translation>
    </message>
    <message>
        <source>The model {model} reads {languages} only.</source>
        <translation>“{model}”只支持{languages}。</translation>
    </message>
    <message>
        <source>Models cannot count: photos with any number of these are shown.</source>
        <translation>模型不会计数：无论数量多少，有这些内容的照片都会显示。</translation>
    </message>
    <message>
        <source>Models pass over “no” and “without”. Put a minus before it instead, as in -people.</source>
        <translation>模型会忽略“没有”“不含”之类的词。请改在要排除的词前加减号，例如 -⁠人。</translation>
    </message>
    <message>
        <source>Models cannot tell left from right: photos with both sides are shown.</source>
        <translation>模型分不清左右：两种位置的照片都会显示。</translation>
    </message>
    <message>
        <source>Models hardly read text in photos. Put it in quotes to look for it in names and descriptions.</source>
        <translation>模型几乎读不出照片中的文字。给文字加上引号，即可在名称和描述中查找。</translation>
    </message>
    <message>
        <source>{written} was left as words: there is no such key.</source>
        <translation>没有{written}这样的条件，已按普通词语搜索。</translation>
    </message>
    <message>
        <source>{written} was left as words; write it as in {suggestion}.</source>
        <translation>{written}已按普通词语搜索；请写成{suggestion}这样。</translation>
    </message>
    <message>
        <source>{written} was not understood, so it was left as words.</source>
        <translation>无法理解{written}，已按普通词语搜索。</translation>
    </message>
    <message>
        <source>Nothing here is called {written}.</source>
        <translation>这里没有名为{written}的内容。</translation>
    </message>
    <message>
        <source>No photo was taken there: {written} was taken for plain words.</source>
        <translation>没有在那里拍摄的照片：{written}已按普通词语搜索。</translation>
    </message>
    <message>
        <source>The query is very long: the model reads only its beginning.</source>
        <translation>搜索内容过长：模型只读取开头部分。</translation>
    </message>
    <message>
        <source>Choose a model that reads other languages</source>
        <translation>选择支持其他语言的模型</translation>
    </message>
    <message>
        <source>Search for {suggestion}</source>
        <translation>搜索 {suggestion}</translation>
    </message>
</context>
<context>
    <name>info</name>
    <message>
        <source>{number} MP</source>
        <translation>{number} MP</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} 秒</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>when it was taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>in which folder it is</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>in which album it is</source>
        <translation>所在相册</translation>
    </message>
    <message>
        <source>which label it has</source>
        <translation>带有的标签</translation>
    </message>
    <message>
        <source>with which camera</source>
        <translation>所用相机</translation>
    </message>
    <message>
        <source>with which lens</source>
        <translation>所用镜头</translation>
    </message>
    <message>
        <source>the kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>its stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>favourite or untagged</source>
        <translation>收藏或无标签</translation>
    </message>
    <message>
        <source>gps: a known place</source>
        <translation>gps：有位置信息</translation>
    </message>
    <message>
        <source>close to a place</source>
        <translation>在某地附近</translation>
    </message>
    <message>
        <source>portrait, landscape or square</source>
        <translation>竖幅、横幅或方形</translation>
    </message>
    <message>
        <source>like a picture file</source>
        <translation>与某个图片文件相似</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>撤销：{change}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>重做：{change}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Album</source>
        <translation>相册(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>图库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Sta&amp;rs</source>
        <translation>星级(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Small</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中型</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大型</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Multilingual</source>
        <translation>多语言</translation>
    </message>
    <message>
        <source>ImageNet {percent} %</source>
        <translation>ImageNet {percent}%</translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation>不可商用</translation>
    </message>
    <message>
        <source>needs the “multilingual” extra</source>
        <translation>需要“multilingual”附加组件</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>{stars} {percent} %</source>
        <translation>{stars} {percent} %</translation>
    </message>
    <message>
        <source>Quality not published</source>
        <translation>未公布质量</translation>
    </message>
    <message>
        <source>{number} of 5 stars</source>
        <translation>{number} 星（共 5 星）</translation>
    </message>
    <message>
        <source>speed not measured yet</source>
        <translation>尚未测速</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>the NVIDIA graphics card</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>the Apple graphics</source>
        <translation>Apple 图形处理器</translation>
    </message>
    <message>
        <source>{rate} on {device}</source>
        <translation>{rate}（{device}）</translation>
    </message>
    <message>
        <source>The starter is built in and answers at once. You can change to a better one at any time.</source>
        <translation>入门模型内置于程序，立即可用。您可以随时更换为更好的模型。</translation>
    </message>
    <message>
        <source>The starter answers at once, while “{model}” is made ready ({download}) and reads your photos. When it has read all of them, it takes over by itself.</source>
        <translation>在准备“{model}”（{download}）并由它读取照片期间，先由入门模型提供搜索。全部读取完毕后，新模型会自动启用。</translation>
    </message>
    <message>
        <source>{millions} million parameters, {side} pixels, {tag}</source>
        <translation>{millions} 百万参数，{side} 像素，{tag}</translation>
    </message>
    <message>
        <source>ImageNet zero-shot, top 1: {percent} % as published in {source}</source>
        <translation>ImageNet 零样本 top-1 准确率：{percent}%，据 {source}</translation>
    </message>
    <message>
        <source>an unnamed source</source>
        <translation>未注明的来源</translation>
    </message>
    <message>
        <source>This model serves your searches now.</source>
        <translation>此模型正在为您搜索。</translation>
    </message>
    <message>
        <source>This model is being made ready; “{old}” serves your searches until it has read every photo.</source>
        <translation>此模型正在准备；在它读完所有照片之前，由“{old}”提供搜索。</translation>
    </message>
    <message>
        <source>This model has read your photos before: it is ready and switches at once. What either has read stays until you forget it in the preferences.</source>
        <translation>此模型以前读取过您的照片：已经就绪，可立即切换。两者的读取结果都会保留，直到您在首选项中清除。</translation>
    </message>
    <message>
        <source>about </source>
        <translation>约 </translation>
    </message>
    <message>
        <source>Choosing it downloads {about}{size} from the Hugging Face hub, once.</source>
        <translation>选择后将从 Hugging Face Hub 下载一次（{about}{size}）。</translation>
    </message>
    <message>
        <source>“{old}” keeps serving your searches until the new model has read every photo. What was read before is kept, so you can come back at no cost.</source>
        <translation>在新模型读完所有照片之前，仍由“{old}”提供搜索。已读取的内容会保留，您可以随时换回来。</translation>
    </message>
    <message>
        <source>no download</source>
        <translation>无需下载</translation>
    </message>
    <message>
        <source>{about}{size} download</source>
        <translation>下载量：{about}{size}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Find photos by what is in them</source>
        <translation>按内容查找照片</translation>
    </message>
    <message>
        <source>Add a folder and photoclip looks through it, and through the folders inside. Your photos stay where they are and are never changed; nothing leaves this computer.

You can also drop a folder on this window.</source>
        <translation>添加文件夹后，photoclip 会查找它及其中的子文件夹。您的照片保持原样，绝不会被修改；数据也绝不会离开这台电脑。

也可以将文件夹拖到此窗口。</translation>
    </message>
    <message>
        <source>Add a folder of photos…</source>
        <translation>添加照片文件夹…</translation>
    </message>
    <message>
        <source>Looking through your folders…</source>
        <translation>正在查找您的文件夹…</translation>
    </message>
    <message>
        <source>Photos appear here as they are found.</source>
        <translation>找到的照片会显示在这里。</translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <translation>这里还没有照片</translation>
    </message>
    <message>
        <source>No photos were found in your folders. Photos that you put there later appear by themselves.</source>
        <translation>在您的文件夹中没有找到照片。以后放入的照片会自动显示。</translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation>添加其他文件夹…</translation>
    </message>
    <message>
        <source>No photo is all of this</source>
        <translation>没有符合所有条件的照片</translation>
    </message>
    <message>
        <source>Take one of the conditions off with its cross above.</source>
        <translation>请点击上方的叉号移除一个条件。</translation>
    </message>
    <message>
        <source>This album is empty</source>
        <translation>此相册为空</translation>
    </message>
    <message>
        <source>Drag photos here, or select some and choose “Add to album” (Ctrl+L).</source>
        <translation>将照片拖到这里，或选择照片后点“添加到相册”（Ctrl+L）。</translation>
    </message>
    <message>
        <source>No photo belongs to this smart album</source>
        <translation>此智能相册中没有照片</translation>
    </message>
    <message>
        <source>New photos that match its search appear here by themselves.</source>
        <translation>符合其搜索条件的新照片会自动显示在这里。</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>还没有收藏</translation>
    </message>
    <message>
        <source>Select photos and press . (full stop), or click the heart in the inspector.</source>
        <translation>选择照片后按 .（句点），或点击信息栏中的心形。</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>没有重复照片</translation>
    </message>
    <message>
        <source>No photo is here twice, nor nearly the same as another one.</source>
        <translation>没有完全相同或几乎相同的照片。</translation>
    </message>
    <message>
        <source>No photo has this label</source>
        <translation>没有照片带有此标签</translation>
    </message>
    <message>
        <source>Select photos and choose “Add tag” (Ctrl+G) to give it to them.</source>
        <translation>选择照片后点“添加标签”（Ctrl+G）来添加此标签。</translation>
    </message>
    <message>
        <source>No photo has so many stars</source>
        <translation>没有达到此星级的照片</translation>
    </message>
    <message>
        <source>Select photos and press 1 to 5 to rate them.</source>
        <translation>选择照片后按 1 到 5 来评分。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新照片</translation>
    </message>
    <message>
        <source>Photos that came into the library lately appear here.</source>
        <translation>最近加入图库的照片会显示在这里。</translation>
    </message>
    <message>
        <source>No photos here</source>
        <translation>这里没有照片</translation>
    </message>
    <message>
        <source>Photos that you put here later appear by themselves.</source>
        <translation>以后放入的照片会自动显示在这里。</translation>
    </message>
    <message>
        <source>A looser search shows more photos.</source>
        <translation>放宽搜索可显示更多照片。</translation>
    </message>
    <message>
        <source>Nothing found for {what}</source>
        <translation>没有找到：{what}</translation>
    </message>
    <message>
        <source>Take one of the conditions off with its cross above, or write it differently.</source>
        <translation>请点击上方的叉号移除一个条件，或换一种写法。</translation>
    </message>
    <message>
        <source>No good match for “{words}”</source>
        <translation>没有与“{words}”匹配的照片</translation>
    </message>
    <message>
        <source>Try fewer or more common words, and say what can be seen, such as “red car”.</source>
        <translation>请减少词语或换用更常见的词，描述能看到的内容，例如“红色汽车”。</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>没有相似照片</translation>
    </message>
    <message>
        <source>No other photo in the library comes close to this one.</source>
        <translation>图库中没有与这张相近的照片。</translation>
    </message>
    <message>
        <source>{photos} are not searchable yet; new matches appear here by themselves.</source>
        <translation>还有 {photos}尚不可搜索；新的匹配结果会自动显示在这里。</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>显示所有照片</translation>
    </message>
    <message>
        <source>This cannot be searched</source>
        <translation>无法搜索</translation>
    </message>
</context>
<context>
    <name>privacy</name>
    <message>
        <source>Catalog</source>
        <translation>图库目录</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Which photos there are, their albums, tags and stars, and what the model made of them</source>
        <translation>有哪些照片，它们的相册、标签和星级，以及模型的分析结果</translation>
    </message>
    <message>
        <source>Makes searches quick; can be made again</source>
        <translation>加快搜索；可以重新生成</translation>
    </message>
    <message>
        <source>Small pictures; can be made again</source>
        <translation>小图片；可以重新生成</translation>
    </message>
    <message>
        <source>Older catalogs and settings</source>
        <translation>以前的图库目录和设置</translation>
    </message>
    <message>
        <source>Downloaded and imported models</source>
        <translation>下载和导入的模型</translation>
    </message>
    <message>
        <source>What was chosen here</source>
        <translation>您在这里做的选择</translation>
    </message>
    <message>
        <source>What went wrong; never what was searched for</source>
        <translation>出错的记录；绝不包含搜索内容</translation>
    </message>
    <message>
        <source>Size and place of the window</source>
        <translation>窗口的大小和位置</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{title} ({number})</source>
        <translation>{title} ({number})</translation>
    </message>
    <message>
        <source>Ignored: {reason}</source>
        <translation>已忽略：{reason}</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>不是照片</translation>
    </message>
    <message>
        <source>Empty files</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Formats that cannot be read</source>
        <translation>无法读取的格式</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Could not be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>Broke the decoder</source>
        <translation>解码器崩溃</translation>
    </message>
    <message>
        <source>named like photos, with something else inside. They can be ignored.</source>
        <translation>文件名像照片，内容却不是。可以忽略。</translation>
    </message>
    <message>
        <source>often left by a copy that was cut off. Copy them again from where they came.</source>
        <translation>常因复制中断造成。请从原来的位置重新复制。</translation>
    </message>
    <message>
        <source>a part is missing or spoilt. A backup may have a whole one.</source>
        <translation>部分内容缺失或损坏。备份中可能有完好的文件。</translation>
    </message>
    <message>
        <source>photoclip has no decoder for them; a converted copy can be searched.</source>
        <translation>photoclip 没有对应的解码器；转换格式后的副本可以搜索。</translation>
    </message>
    <message>
        <source>more pixels than the memory for reading photos allows.</source>
        <translation>像素数超出读取照片的内存上限。</translation>
    </message>
    <message>
        <source>permissions or the drive stood in the way. They are tried again by themselves.</source>
        <translation>受权限或驱动器所限。之后会自动重试。</translation>
    </message>
    <message>
        <source>the drive or the computer was busy. Trying again often helps.</source>
        <translation>驱动器或电脑当时繁忙。重试往往有效。</translation>
    </message>
    <message>
        <source>reading them ended the process that reads photos. Nothing else was harmed.</source>
        <translation>读取这些文件使读取照片的进程终止。其他内容未受影响。</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused · {doing}</source>
        <translation>已暂停 · {doing}</translation>
    </message>
    <message>
        <source>{number} searchable</source>
        <translation>{number} 个可搜索</translation>
    </message>
    <message>
        <source>{part} of {all} searchable</source>
        <translation>{part} / {all} 可搜索</translation>
    </message>
    <message>
        <source>{files} files: {searchable} searchable, {waiting} waiting, {problems} cannot be searched</source>
        <translation>{files} 个文件：{searchable} 个可搜索，{waiting} 个等待中，{problems} 个无法搜索</translation>
    </message>
    <message>
        <source> · next: {title}</source>
        <translation> · 下一个：{title}</translation>
    </message>
    <message>
        <source>Waiting for {what}</source>
        <translation>正在等待：{what}</translation>
    </message>
    <message>
        <source> · {done} of {total} read</source>
        <translation> · 已读取 {done} / {total}</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>正在查找照片…</translation>
    </message>
    <message>
        <source>Looking for photos… {number} files seen</source>
        <translation>正在查找照片… 已检查 {number} 个文件</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Loading {model}…</source>
        <translation>正在加载 {model}…</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Downloading {what}…</source>
        <translation>正在下载 {what}…</translation>
    </message>
    <message>
        <source> {done} of {total}</source>
        <translation> {done} / {total}</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>正在读取 {done} / {total}</translation>
    </message>
    <message>
        <source>Reading photos…</source>
        <translation>正在读取照片…</translation>
    </message>
    <message>
        <source>Up to date · {number} cannot be searched</source>
        <translation>已是最新 · {number} 个无法搜索</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
</context>
<context>
    <name>queries</name>
    <message>
        <source>Holds {what}, always up to date.</source>
        <translation>包含：{what}；始终自动更新。</translation>
    </message>
    <message>
        <source>photos like the chosen ones</source>
        <translation>与所选照片相似的照片</translation>
    </message>
    <message>
        <source>photos that match “{words}”</source>
        <translation>与“{words}”匹配的照片</translation>
    </message>
    <message>
        <source>photos like the picture {name}</source>
        <translation>与图片 {name} 相似的照片</translation>
    </message>
    <message>
        <source>all photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>but “{words}”</source>
        <translation>但要“{words}”</translation>
    </message>
    <message>
        <source>led by the photos that you liked or not</source>
        <translation>参考您喜欢和不喜欢的照片</translation>
    </message>
    <message>
        <source>in “{name}”</source>
        <translation>位于“{name}”</translation>
    </message>
    <message>
        <source>only favourites</source>
        <translation>仅限收藏</translation>
    </message>
    <message>
        <source>with at least 1 star</source>
        <translation>至少 1 星</translation>
    </message>
    <message>
        <source>with at least {number} stars</source>
        <translation>至少 {number} 星</translation>
    </message>
    <message>
        <source>taken from {date} on</source>
        <translation>拍摄于 {date} 及以后</translation>
    </message>
    <message>
        <source>taken until {date}</source>
        <translation>拍摄于 {date} 及以前</translation>
    </message>
    <message>
        <source>added in the last {number} days</source>
        <translation>最近 {number} 天添加</translation>
    </message>
    <message>
        <source>that have duplicates</source>
        <translation>有重复项</translation>
    </message>
    <message>
        <source>of one burst</source>
        <translation>属于同一组连拍</translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>Similar to {name}</source>
        <translation>相似：{name}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>{liked} liked</source>
        <translation>喜欢 {liked} 张</translation>
    </message>
    <message>
        <source>{disliked} not liked</source>
        <translation>不喜欢 {disliked} 张</translation>
    </message>
    <message>
        <source>{liked} liked, {disliked} not</source>
        <translation>喜欢 {liked} 张，不喜欢 {disliked} 张</translation>
    </message>
    <message>
        <source>Similar to a part of {name}</source>
        <translation>局部相似：{name}</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>文件夹：{name}</translation>
    </message>
    <message>
        <source>Album: {name}</source>
        <translation>相册：{name}</translation>
    </message>
    <message>
        <source>Smart album: {name}</source>
        <translation>智能相册：{name}</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>标签：{name}</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>从 {day} 起</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>到 {day} 止</translation>
    </message>
    <message>
        <source>Added in the last {number} days</source>
        <translation>最近 {number} 天添加</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Duplicates of {name}</source>
        <translation>{name} 的重复照片</translation>
    </message>
    <message>
        <source>Burst of {name}</source>
        <translation>{name} 的连拍</translation>
    </message>
    <message>
        <source>5 stars</source>
        <translation>5 星</translation>
    </message>
    <message>
        <source>1 star or more</source>
        <translation>1 星及以上</translation>
    </message>
    <message>
        <source>{number} stars or more</source>
        <translation>{number} 星及以上</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>&quot;{0}&quot; cannot be the name of a model; choose one of letters and digits with --as.</source>
        <translation>“{0}”不能用作模型名称；请用 --as 指定由字母和数字组成的名称。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is a model of the catalogue; say so with --as {1}, or choose another name.</source>
        <translation>“{0}”是模型目录中的模型；请用 --as {1} 注明，或另选名称。</translation>
    </message>
    <message>
        <source>A clearly better search than the small model for about three times the work per photo, still fine on a laptop&apos;s processor.</source>
        <translation>搜索效果明显优于小型模型，每张照片的计算量约为三倍，在笔记本电脑的处理器上仍然够快。</translation>
    </message>
    <message>
        <source>A large and accurate model at the smaller picture size; wants a graphics card.</source>
        <translation>较小图片尺寸的大型高精度模型；需要显卡。</translation>
    </message>
    <message>
        <source>A large and accurate model, for research.</source>
        <translation>大型高精度模型，用于研究。</translation>
    </message>
    <message>
        <source>A large and very accurate model; wants a good graphics card.</source>
        <translation>大型且非常精确的模型；需要较好的显卡。</translation>
    </message>
    <message>
        <source>A large model for small details; wants a graphics card.</source>
        <translation>擅长细节的大型模型；需要显卡。</translation>
    </message>
    <message>
        <source>A large model in many languages; lighter per photo than the large pick.</source>
        <translation>支持多种语言的大型模型；每张照片的计算量少于推荐的大型模型。</translation>
    </message>
    <message>
        <source>A large model that is lighter per photo than the large pick.</source>
        <translation>大型模型，每张照片的计算量少于推荐的大型模型。</translation>
    </message>
    <message>
        <source>A large open model, well tried.</source>
        <translation>大型开放模型，久经考验。</translation>
    </message>
    <message>
        <source>A larger original OpenAI ResNet model, for comparison with older work.</source>
        <translation>较大的 OpenAI 原版 ResNet 模型，用于与早期成果比较。</translation>
    </message>
    <message>
        <source>A library cannot lie in {0}: the index needs a path that is text; choose another place for it.</source>
        <translation>图库不能放在 {0}：索引需要可表示为文本的路径；请另选位置。</translation>
    </message>
    <message>
        <source>A light and accurate model, for research.</source>
        <translation>轻量且准确的模型，用于研究。</translation>
    </message>
    <message>
        <source>A middle-sized and accurate model, for research.</source>
        <translation>中型且准确的模型，用于研究。</translation>
    </message>
    <message>
        <source>A middle-sized model with a good search in English.</source>
        <translation>中型模型，英文搜索效果好。</translation>
    </message>
    <message>
        <source>A middle-sized open model with a short text side, for a smaller download than the medium pick.</source>
        <translation>中型开放模型，文本部分较短，下载量小于推荐的中型模型。</translation>
    </message>
    <message>
        <source>A photo can have 0 to {0} stars, not {1}; choose a number of these.</source>
        <translation>照片可评 0 到 {0} 星，不能是 {1}；请选择此范围内的数字。</translation>
    </message>
    <message>
        <source>A photo is not in the library any more and was not copied.</source>
        <translation>有一张照片已不在图库中，没有复制。</translation>
    </message>
    <message>
        <source>A quick open model, a little better than the LAION-2B one.</source>
        <translation>快速的开放模型，略优于 LAION-2B 版本。</translation>
    </message>
    <message>
        <source>A quick, well tried open model.</source>
        <translation>快速的开放模型，久经考验。</translation>
    </message>
    <message>
        <source>A small download as accurate as the small pick, but slower per photo.</source>
        <translation>下载量小，准确度与推荐的小型模型相当，但每张照片更慢。</translation>
    </message>
    <message>
        <source>A smart album needs something to ask for; search first, and save the search.</source>
        <translation>智能相册需要搜索条件；请先搜索，再保存该搜索。</translation>
    </message>
    <message>
        <source>A very good search, best on a laptop with a graphics card or left to index overnight.</source>
        <translation>搜索效果很好，最适合有显卡的笔记本电脑，或整夜运行索引。</translation>
    </message>
    <message>
        <source>A very large open model for a computer with a graphics card.</source>
        <translation>非常大的开放模型，适合有显卡的电脑。</translation>
    </message>
    <message>
        <source>A very large open model for a computer with a graphics card; ViT-H/14 is smaller and more accurate.</source>
        <translation>非常大的开放模型，适合有显卡的电脑；ViT-H/14 更小也更准确。</translation>
    </message>
    <message>
        <source>An accurate model that is quick for its size, for research.</source>
        <translation>准确且在同等大小中较快的模型，用于研究。</translation>
    </message>
    <message>
        <source>An original OpenAI ResNet model, for comparison with older work.</source>
        <translation>OpenAI 原版 ResNet 模型，用于与早期成果比较。</translation>
    </message>
    <message>
        <source>Another drive is mounted in its place; if it is the right one, add the folder again.</source>
        <translation>原位置挂载了另一个驱动器；如果没有弄错，请重新添加该文件夹。</translation>
    </message>
    <message>
        <source>Another drive is mounted in the place of {0}; if it is the right one, add it again.</source>
        <translation>{0} 的位置挂载了另一个驱动器；如果正是它，请重新添加。</translation>
    </message>
    <message>
        <source>Another file is at {0} by now; move it away, or take yours from the bin with the file manager.</source>
        <translation>{0} 处现在已有另一个文件；请将它移走，或用文件管理器从回收站取回您的文件。</translation>
    </message>
    <message>
        <source>Another photoclip (a window or a command) is at work on the library in {0}; close it, or choose another library.</source>
        <translation>另一个 photoclip（窗口或命令）正在使用 {0} 中的图库；请将它关闭，或选择其他图库。</translation>
    </message>
    <message>
        <source>Another photoclip is downloading {0}; wait until it has finished.</source>
        <translation>另一个 photoclip 正在下载 {0}；请等待完成。</translation>
    </message>
    <message>
        <source>Another program reads the library in {0} just now; close it and try again.</source>
        <translation>另一个程序正在读取 {0} 中的图库；请将它关闭后重试。</translation>
    </message>
    <message>
        <source>Changes in a folder cannot be watched live ({0}); {1}.</source>
        <translation>无法实时监视文件夹中的更改（{0}）；{1}。</translation>
    </message>
    <message>
        <source>Damaged thumbnails removed: {0}; the next index run makes them again.</source>
        <translation>已移除损坏的缩略图：{0}；下次索引时会重新生成。</translation>
    </message>
    <message>
        <source>Damaged thumbnails: {0}; they are not shown.</source>
        <translation>损坏的缩略图：{0}；不会显示。</translation>
    </message>
    <message>
        <source>Damaged vectors of {0} removed: {1}; the next index run makes them again.</source>
        <translation>已移除 {0} 的损坏特征向量：{1}；下次索引时会重新生成。</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>In {0}, &quot;{1}&quot; is no setting of photoclip and has no effect; {2}</source>
        <translation>在 {0} 中，“{1}”不是 photoclip 的设置，不起作用；{2}</translation>
    </message>
    <message>
        <source>In {0}, &quot;{1}&quot; must be {2}.</source>
        <translation>在 {0} 中，“{1}”必须是 {2}。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>It cannot be read ({0}).</source>
        <translation>无法读取（{0}）。</translation>
    </message>
    <message>
        <source>It is no catalog of this version of photoclip or an older one.</source>
        <translation>它不是此版本或更早版本 photoclip 的图库目录。</translation>
    </message>
    <message>
        <source>It is not there or empty; its photos stay in the library.</source>
        <translation>不存在或为空；其中的照片保留在图库中。</translation>
    </message>
    <message>
        <source>It lies on a network drive and is looked at every few minutes.</source>
        <translation>位于网络驱动器上，每隔几分钟检查一次。</translation>
    </message>
    <message>
        <source>Memory is short, so {0} photos are encoded at once.</source>
        <translation>内存不足，因此每次处理 {0} 张照片。</translation>
    </message>
    <message>
        <source>MobileCLIP2 B</source>
        <translation>MobileCLIP2 B</translation>
    </message>
    <message>
        <source>MobileCLIP2 L/14</source>
        <translation>MobileCLIP2 L/14</translation>
    </message>
    <message>
        <source>MobileCLIP2 S0</source>
        <translation>MobileCLIP2 S0</translation>
    </message>
    <message>
        <source>MobileCLIP2 S2</source>
        <translation>MobileCLIP2 S2</translation>
    </message>
    <message>
        <source>MobileCLIP2 S3</source>
        <translation>MobileCLIP2 S3</translation>
    </message>
    <message>
        <source>MobileCLIP2 S4</source>
        <translation>MobileCLIP2 S4</translation>
    </message>
    <message>
        <source>No backup was made, since the catalog is damaged ({0}); run photoclip repair.</source>
        <translation>图库目录已损坏（{0}），因此没有备份；请运行 photoclip repair。</translation>
    </message>
    <message>
        <source>No good match. These photos are the nearest; other words or a looser search may find more.</source>
        <translation>没有匹配的照片。以下是最接近的照片；换用其他词语或放宽搜索可能找到更多。</translation>
    </message>
    <message>
        <source>No photo can be searched by what is in it yet; wait until the model has read some.</source>
        <translation>目前还没有照片可以按内容搜索；请等待模型读取一些照片。</translation>
    </message>
    <message>
        <source>No photo meets all of this; take a part of it away.</source>
        <translation>没有符合所有条件的照片；请去掉一部分条件。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>No {0} was found, so the CPU is used.</source>
        <translation>未找到 {0}，因此使用 CPU。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Not every new folder in here can be watched live</source>
        <translation>这里的新文件夹无法全部实时监视</translation>
    </message>
    <message>
        <source>Nothing can be written to {0} ({1}); {2}.</source>
        <translation>无法写入 {0}（{1}）；{2}。</translation>
    </message>
    <message>
        <source>Only {0} of the {1} folders in here are watched live</source>
        <translation>这里的 {1} 个文件夹中只有 {0} 个受到实时监视</translation>
    </message>
    <message>
        <source>OpenAI CLIP RN101</source>
        <translation>OpenAI CLIP RN101</translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50</source>
        <translation>OpenAI CLIP RN50</translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x16</source>
        <translation>OpenAI CLIP RN50x16</translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x4</source>
        <translation>OpenAI CLIP RN50x4</translation>
    </message>
    <message>
        <source>OpenAI CLIP RN50x64</source>
        <translation>OpenAI CLIP RN50x64</translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-B/16</source>
        <translation>OpenAI CLIP ViT-B/16</translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-B/32</source>
        <translation>OpenAI CLIP ViT-B/32</translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-L/14</source>
        <translation>OpenAI CLIP ViT-L/14</translation>
    </message>
    <message>
        <source>OpenAI CLIP ViT-L/14 336px</source>
        <translation>OpenAI CLIP ViT-L/14 336px</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/16 (DataComp-XL)</source>
        <translation>OpenCLIP ViT-B/16 (DataComp-XL)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 (DataComp-XL)</source>
        <translation>OpenCLIP ViT-B/32 (DataComp-XL)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 (LAION-2B)</source>
        <translation>OpenCLIP ViT-B/32 (LAION-2B)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-B/32 256px (DataComp)</source>
        <translation>OpenCLIP ViT-B/32 256px (DataComp)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-H/14 (LAION-2B)</source>
        <translation>OpenCLIP ViT-H/14 (LAION-2B)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-L/14 (LAION-2B)</source>
        <translation>OpenCLIP ViT-L/14 (LAION-2B)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-bigG/14 (LAION-2B)</source>
        <translation>OpenCLIP ViT-bigG/14 (LAION-2B)</translation>
    </message>
    <message>
        <source>OpenCLIP ViT-g/14 (LAION-2B, 12B samples)</source>
        <translation>OpenCLIP ViT-g/14 (LAION-2B, 12B samples)</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Perception Encoder Core B/16</source>
        <translation>Perception Encoder Core B/16</translation>
    </message>
    <message>
        <source>Perception Encoder Core G/14 448px</source>
        <translation>Perception Encoder Core G/14 448px</translation>
    </message>
    <message>
        <source>Perception Encoder Core L/14 336px</source>
        <translation>Perception Encoder Core L/14 336px</translation>
    </message>
    <message>
        <source>Perception Encoder Core S/16 384px</source>
        <translation>Perception Encoder Core S/16 384px</translation>
    </message>
    <message>
        <source>Perception Encoder Core T/16 384px</source>
        <translation>Perception Encoder Core T/16 384px</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Photos that were not copied: {0}.</source>
        <translation>未复制的照片：{0} 张。</translation>
    </message>
    <message>
        <source>Put it back, or choose another with: photoclip index --model starter.</source>
        <translation>请将它放回，或用以下命令选择其他模型：photoclip index --model starter。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Reading this file takes more memory than photoclip gives to one photo.</source>
        <translation>读取此文件所需的内存超过 photoclip 为一张照片提供的内存。</translation>
    </message>
    <message>
        <source>Reading this file took longer than {0} seconds and was stopped.</source>
        <translation>读取此文件超过 {0} 秒，已停止。</translation>
    </message>
    <message>
        <source>Row {0} of {1} in the catalog points nowhere.</source>
        <translation>图库目录中 {1} 的第 {0} 行没有指向任何内容。</translation>
    </message>
    <message>
        <source>Run: photoclip index.</source>
        <translation>请运行：photoclip index。</translation>
    </message>
    <message>
        <source>Run: photoclip repair, then photoclip index, which makes them again.</source>
        <translation>请运行：photoclip repair，再运行 photoclip index 重新生成。</translation>
    </message>
    <message>
        <source>Run: photoclip repair, then photoclip index.</source>
        <translation>请运行：photoclip repair，再运行 photoclip index。</translation>
    </message>
    <message>
        <source>Run: photoclip repair, which sets it aside, then photoclip backup.</source>
        <translation>请运行：photoclip repair 将它移到一旁，再运行 photoclip backup。</translation>
    </message>
    <message>
        <source>Run: photoclip repair.</source>
        <translation>请运行：photoclip repair。</translation>
    </message>
    <message>
        <source>Search in your own language on an ordinary laptop, as quick per photo as the medium model.</source>
        <translation>在普通笔记本电脑上用您自己的语言搜索，每张照片的速度与中型模型相当。</translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 224px</source>
        <translation>SigLIP 2 B/16 224px</translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 256px</source>
        <translation>SigLIP 2 B/16 256px</translation>
    </message>
    <message>
        <source>SigLIP 2 B/16 384px</source>
        <translation>SigLIP 2 B/16 384px</translation>
    </message>
    <message>
        <source>SigLIP 2 B/32 256px</source>
        <translation>SigLIP 2 B/32 256px</translation>
    </message>
    <message>
        <source>SigLIP 2 L/16 256px</source>
        <translation>SigLIP 2 L/16 256px</translation>
    </message>
    <message>
        <source>SigLIP 2 So400m/16 384px</source>
        <translation>SigLIP 2 So400m/16 384px</translation>
    </message>
    <message>
        <source>SigLIP 2 g-opt/16 384px</source>
        <translation>SigLIP 2 g-opt/16 384px</translation>
    </message>
    <message>
        <source>SigLIP B/16 224px</source>
        <translation>SigLIP B/16 224px</translation>
    </message>
    <message>
        <source>SigLIP B/16 256px</source>
        <translation>SigLIP B/16 256px</translation>
    </message>
    <message>
        <source>SigLIP B/16 384px</source>
        <translation>SigLIP B/16 384px</translation>
    </message>
    <message>
        <source>SigLIP L/16 256px</source>
        <translation>SigLIP L/16 256px</translation>
    </message>
    <message>
        <source>SigLIP L/16 384px</source>
        <translation>SigLIP L/16 384px</translation>
    </message>
    <message>
        <source>SigLIP So400m/14 224px</source>
        <translation>SigLIP So400m/14 224px</translation>
    </message>
    <message>
        <source>SigLIP So400m/14 384px</source>
        <translation>SigLIP So400m/14 384px</translation>
    </message>
    <message>
        <source>Something went wrong inside photoclip; what was done is kept, the log has the details.</source>
        <translation>photoclip 内部出错；已完成的部分会保留，详情见日志。</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Starter (built in, basic)</source>
        <translation>入门模型（内置，基础）</translation>
    </message>
    <message>
        <source>The album “{0}” is there already; it is not put back a second time.</source>
        <translation>相册“{0}”已经存在；不会再次还原。</translation>
    </message>
    <message>
        <source>The backup {0} cannot be written ({1}); free some space or mend the permissions.</source>
        <translation>无法写入备份 {0}（{1}）；请释放一些空间或修正权限。</translation>
    </message>
    <message>
        <source>The backup {0} is damaged; it is in {1} now.</source>
        <translation>备份 {0} 已损坏；现位于 {1}。</translation>
    </message>
    <message>
        <source>The best of OpenAI&apos;s original models; slow without a graphics card.</source>
        <translation>OpenAI 原版模型中最好的；没有显卡时较慢。</translation>
    </message>
    <message>
        <source>The catalog has lost a photo while it was shown; run photoclip verify.</source>
        <translation>显示期间图库目录丢失了一张照片；请运行 photoclip verify。</translation>
    </message>
    <message>
        <source>The catalog in {0} cannot be used ({1}); free some space or mend the permissions.</source>
        <translation>无法使用 {0} 中的图库目录（{1}）；请释放一些空间或修正权限。</translation>
    </message>
    <message>
        <source>The catalog in {0} cannot be written ({1}); free some space.</source>
        <translation>无法写入 {0} 中的图库目录（{1}）；请释放一些空间。</translation>
    </message>
    <message>
        <source>The catalog in {0} is damaged ({1}); run photoclip repair: your photos are untouched.</source>
        <translation>{0} 中的图库目录已损坏（{1}）；请运行 photoclip repair：您的照片不受影响。</translation>
    </message>
    <message>
        <source>The catalog was damaged and there is no backup; {0}. The damaged catalog is in {1}.</source>
        <translation>图库目录已损坏且没有备份；{0}。损坏的图库目录位于 {1}。</translation>
    </message>
    <message>
        <source>The catalog was damaged; the backup of {0} UTC with {1} photos is used instead. photoclip index finds again what came since then, but not the tags and albums that were made since. The damaged catalog is in {2}.</source>
        <translation>图库目录已损坏；改用 {0} UTC 的备份，其中有 {1} 张照片。此后新增的照片可用 photoclip index 重新找到，但此后建立的标签和相册无法恢复。损坏的图库目录位于 {2}。</translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged ({0}).</source>
        <translation>图库目录文件已损坏（{0}）。</translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged: {0}.</source>
        <translation>图库目录文件已损坏：{0}。</translation>
    </message>
    <message>
        <source>The catalog&apos;s tables are not those of this version of photoclip.</source>
        <translation>图库目录的表不属于此版本的 photoclip。</translation>
    </message>
    <message>
        <source>The change went wrong inside photoclip; the log has the details.</source>
        <translation>更改时 photoclip 内部出错；详情见日志。</translation>
    </message>
    <message>
        <source>The classic large model, known from image generators.</source>
        <translation>经典的大型模型，因图像生成程序而知名。</translation>
    </message>
    <message>
        <source>The classic middle-sized model; newer ones of its size find more.</source>
        <translation>经典的中型模型；同等大小的新模型能找到更多。</translation>
    </message>
    <message>
        <source>The classic quick model, known from many other programs.</source>
        <translation>经典的快速模型，为许多其他程序所用。</translation>
    </message>
    <message>
        <source>The config of {0} describes no model that the installed open_clip can build ({1}); get the original file, or update open_clip.</source>
        <translation>{0} 的配置没有描述已安装的 open_clip 能构建的模型（{1}）；请获取原始文件，或更新 open_clip。</translation>
    </message>
    <message>
        <source>The content of this file has not been looked at yet.</source>
        <translation>尚未检查此文件的内容。</translation>
    </message>
    <message>
        <source>The content of {0} changed while its size and time did not.</source>
        <translation>{0} 的内容变了，但大小和时间没有变。</translation>
    </message>
    <message>
        <source>The decoder crashed on this file; it is skipped until the file changes.</source>
        <translation>解码器在处理此文件时崩溃；在文件更改之前会跳过它。</translation>
    </message>
    <message>
        <source>The drive may be failing: check it, and compare the photo with a copy of yours.</source>
        <translation>驱动器可能即将损坏：请检查，并将照片与您的副本比较。</translation>
    </message>
    <message>
        <source>The drive reported an error while this file was read; check the drive and its cable.</source>
        <translation>读取此文件时驱动器报告错误；请检查驱动器及其连接线。</translation>
    </message>
    <message>
        <source>The drive that holds this file is not answering; check that it is connected.</source>
        <translation>此文件所在的驱动器没有响应；请检查连接。</translation>
    </message>
    <message>
        <source>The file begins like a photo, but what follows makes no sense; it is damaged.</source>
        <translation>文件开头像照片，但后面的内容无法识别；文件已损坏。</translation>
    </message>
    <message>
        <source>The file cannot be read ({0}); mend its permissions.</source>
        <translation>无法读取文件（{0}）；请修正其权限。</translation>
    </message>
    <message>
        <source>The file changed while it was being read; it is tried again at the next scan.</source>
        <translation>读取期间文件发生了更改；下次扫描时会重试。</translation>
    </message>
    <message>
        <source>The file ends early; it may have been cut off while it was copied or saved.</source>
        <translation>文件不完整；可能在复制或保存时被截断。</translation>
    </message>
    <message>
        <source>The file has no extension, and its content is no photo.</source>
        <translation>文件没有扩展名，内容也不是照片。</translation>
    </message>
    <message>
        <source>The file has {0} GB; photoclip reads up to {1} GB.</source>
        <translation>文件有 {0} GB；photoclip 最大可读取 {1} GB。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is named {0}, but it is a video.</source>
        <translation>文件扩展名是 {0}，但内容是视频。</translation>
    </message>
    <message>
        <source>The file is named {0}, but its content is no photo.</source>
        <translation>文件扩展名是 {0}，但内容不是照片。</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file uses a variant of its format that photoclip cannot read.</source>
        <translation>文件使用了 photoclip 无法读取的格式变体。</translation>
    </message>
    <message>
        <source>The first search, with no download; a real CLIP model finds far more.</source>
        <translation>无需下载即可先行搜索；真正的 CLIP 模型能找到的多得多。</translation>
    </message>
    <message>
        <source>The folder cannot be read ({0}); mend its permissions.</source>
        <translation>无法读取文件夹（{0}）；请修正其权限。</translation>
    </message>
    <message>
        <source>The folder for thumbnails, {0}, cannot be written to; the library&apos;s own is used until it can, or another one is chosen.</source>
        <translation>无法写入缩略图文件夹 {0}；在可以写入或另选文件夹之前，使用图库自己的文件夹。</translation>
    </message>
    <message>
        <source>The folder went away while it was looked at; plug in its drive and look again.</source>
        <translation>查找期间文件夹消失了；请连接其驱动器后重新查找。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); choose another place.</source>
        <translation>无法创建文件夹 {0}（{1}）；请另选位置。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}); {2}.</source>
        <translation>无法创建文件夹 {0}（{1}）；{2}。</translation>
    </message>
    <message>
        <source>The group “{0}” cannot be moved into itself; choose another group.</source>
        <translation>不能将相册组“{0}”移入其自身；请选择其他相册组。</translation>
    </message>
    <message>
        <source>The index in {0} cannot be removed ({1}); mend the permissions.</source>
        <translation>无法移除 {0} 中的索引（{1}）；请修正权限。</translation>
    </message>
    <message>
        <source>The index of {0} is damaged or does not belong to the catalog.</source>
        <translation>{0} 的索引已损坏或不属于此图库目录。</translation>
    </message>
    <message>
        <source>The index of {0} is missing or its manifest is damaged.</source>
        <translation>{0} 的索引缺失，或其清单已损坏。</translation>
    </message>
    <message>
        <source>The index of {0} is {1} photos behind.</source>
        <translation>{0} 的索引还缺 {1} 张照片。</translation>
    </message>
    <message>
        <source>The index of {0} was damaged and is removed; the next index run makes it again.</source>
        <translation>{0} 的索引已损坏并被移除；下次索引时会重新生成。</translation>
    </message>
    <message>
        <source>The index {0} cannot be read ({1}); see whether its drive is there.</source>
        <translation>无法读取索引 {0}（{1}）；请检查其驱动器是否已连接。</translation>
    </message>
    <message>
        <source>The installed open_clip does not know {0}; put its {1} beside it.</source>
        <translation>已安装的 open_clip 不认识 {0}；请将其 {1} 放在旁边。</translation>
    </message>
    <message>
        <source>The largest open LAION model, only for a computer with a large graphics card.</source>
        <translation>最大的 LAION 开放模型，仅适合有大显存显卡的电脑。</translation>
    </message>
    <message>
        <source>The largest original OpenAI ResNet model; slow, and newer models do better.</source>
        <translation>最大的 OpenAI 原版 ResNet 模型；速度慢，新模型效果更好。</translation>
    </message>
    <message>
        <source>The library in {0} cannot be locked ({1}); mend the permissions.</source>
        <translation>无法锁定 {0} 中的图库（{1}）；请修正权限。</translation>
    </message>
    <message>
        <source>The library in {0} cannot be opened ({1}); mend the permissions.</source>
        <translation>无法打开 {0} 中的图库（{1}）；请修正权限。</translation>
    </message>
    <message>
        <source>The library in {0} cannot be read yet; run photoclip index once to prepare it.</source>
        <translation>{0} 中的图库尚不可读取；请先运行一次 photoclip index。</translation>
    </message>
    <message>
        <source>The library in {0} has to be brought up to this version of photoclip, and the backup that comes first could not be made; free some space or mend the permissions. Nothing was changed.</source>
        <translation>{0} 中的图库需要升级到此版本的 photoclip，但无法完成升级前的备份；请释放一些空间或修正权限。没有做任何更改。</translation>
    </message>
    <message>
        <source>The library in {0} was made by a newer photoclip; update photoclip or choose another library. Nothing was changed.</source>
        <translation>{0} 中的图库由更新版本的 photoclip 创建；请更新 photoclip 或选择其他图库。没有做任何更改。</translation>
    </message>
    <message>
        <source>The lightest model here, for research and trying out on a weak laptop.</source>
        <translation>这里最轻量的模型，用于研究或在低配笔记本电脑上试用。</translation>
    </message>
    <message>
        <source>The list of places cannot be read (%s); install photoclip again.</source>
        <translation>无法读取地名列表（%s）；请重新安装 photoclip。</translation>
    </message>
    <message>
        <source>The middle-sized SigLIP for small details, at about three times the work per photo.</source>
        <translation>擅长细节的中型 SigLIP，每张照片的计算量约为三倍。</translation>
    </message>
    <message>
        <source>The middle-sized SigLIP looking at slightly larger pictures.</source>
        <translation>图片尺寸稍大的中型 SigLIP。</translation>
    </message>
    <message>
        <source>The model catalogue {0} cannot be read; install photoclip again.</source>
        <translation>无法读取模型目录 {0}；请重新安装 photoclip。</translation>
    </message>
    <message>
        <source>The model is to come from http://{0}, where anybody on the way could change it; name an https address with HF_ENDPOINT.</source>
        <translation>模型将从 http://{0} 获取，途中任何人都可能篡改；请用 HF_ENDPOINT 指定 https 地址。</translation>
    </message>
    <message>
        <source>The model {0} of this library is gone; put it back, or choose another model.</source>
        <translation>此图库的模型 {0} 已不存在；请将它放回，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model {0} of this library is gone; {1} is used instead.</source>
        <translation>此图库的模型 {0} 已不存在；改用 {1}。</translation>
    </message>
    <message>
        <source>The most accurate model here, only for a computer with a large graphics card.</source>
        <translation>这里最准确的模型，仅适合有大显存显卡的电脑。</translation>
    </message>
    <message>
        <source>The most accurate model in many languages, only for a computer with a large graphics card.</source>
        <translation>多语言模型中最准确的，仅适合有大显存显卡的电脑。</translation>
    </message>
    <message>
        <source>The most accurate of the quick MobileCLIP2 models, for research.</source>
        <translation>快速的 MobileCLIP2 模型中最准确的，用于研究。</translation>
    </message>
    <message>
        <source>The most accurate of the recommended models, for a computer with a good graphics card; it also understands many languages.</source>
        <translation>推荐模型中最准确的，适合有较好显卡的电脑；也懂多种语言。</translation>
    </message>
    <message>
        <source>The multilingual pick for small details, at about three times the work per photo.</source>
        <translation>擅长细节的推荐多语言模型，每张照片的计算量约为三倍。</translation>
    </message>
    <message>
        <source>The multilingual pick looking at slightly larger pictures.</source>
        <translation>图片尺寸稍大的推荐多语言模型。</translation>
    </message>
    <message>
        <source>The network drive that holds this file is not answering; check that it is connected.</source>
        <translation>此文件所在的网络驱动器没有响应；请检查连接。</translation>
    </message>
    <message>
        <source>The picture has {0} megapixels; photoclip reads up to {1} of this kind.</source>
        <translation>图片有 {0} 百万像素；此类图片 photoclip 最大可读取 {1} 百万像素。</translation>
    </message>
    <message>
        <source>The picture went wrong inside photoclip; the log has the details.</source>
        <translation>处理这张图片时 photoclip 内部出错；详情见日志。</translation>
    </message>
    <message>
        <source>The preprocessing that {0} states is not one of open_clip&apos;s; get the original config.</source>
        <translation>{0} 指定的预处理不属于 open_clip；请获取原始配置。</translation>
    </message>
    <message>
        <source>The quickest model that understands many languages.</source>
        <translation>支持多种语言的模型中最快的。</translation>
    </message>
    <message>
        <source>The quickest to index with: a fair search on any laptop without a graphics card.</source>
        <translation>索引最快：在没有显卡的任何笔记本电脑上都有不错的搜索效果。</translation>
    </message>
    <message>
        <source>The search went wrong inside photoclip; the log has the details.</source>
        <translation>搜索时 photoclip 内部出错；详情见日志。</translation>
    </message>
    <message>
        <source>The settings in {0} cannot be read; mend the file, or run photoclip repair to set it aside.</source>
        <translation>无法读取 {0} 中的设置；请修正该文件，或运行 photoclip repair 将它移到一旁。</translation>
    </message>
    <message>
        <source>The settings name the model {0}, which is not to be found.</source>
        <translation>设置中指定的模型 {0} 找不到。</translation>
    </message>
    <message>
        <source>The settings were damaged; defaults are used instead, and the damaged file is in {0}.</source>
        <translation>设置已损坏；改用默认值，损坏的文件位于 {0}。</translation>
    </message>
    <message>
        <source>The settings were damaged; those of {0} are used instead, and the damaged file is in {1}.</source>
        <translation>设置已损坏；改用 {0} 的设置，损坏的文件位于 {1}。</translation>
    </message>
    <message>
        <source>The smallest download here, with a weaker search.</source>
        <translation>这里下载量最小的模型，搜索效果较弱。</translation>
    </message>
    <message>
        <source>The smallest of OpenAI&apos;s original models, for comparison with older work.</source>
        <translation>OpenAI 原版模型中最小的，用于与早期成果比较。</translation>
    </message>
    <message>
        <source>The system could not read this file ({0}); it is tried again at the next scan.</source>
        <translation>系统无法读取此文件（{0}）；下次扫描时会重试。</translation>
    </message>
    <message>
        <source>The tokenizer of {0} cannot be read ({1}); copy the tokenizer files of the model into its folder.</source>
        <translation>无法读取 {0} 的分词器（{1}）；请将模型的分词器文件复制到其文件夹中。</translation>
    </message>
    <message>
        <source>The weights and the config of {0} are of different models or image sizes: {1} weights differ, first {2}, which is {3} and should be {4}; get both from one place.</source>
        <translation>{0} 的权重和配置属于不同的模型或图片尺寸：有 {1} 个权重不一致，首先是 {2}，其值为 {3}，应为 {4}；请从同一来源获取两者。</translation>
    </message>
    <message>
        <source>The weights of {0} have changed since the library was indexed; index it again to embed the photos with them.</source>
        <translation>{0} 的权重在图库索引之后有变化；请重新索引，用新权重处理照片。</translation>
    </message>
    <message>
        <source>The {0} computes wrong values, so it is not used.</source>
        <translation>{0} 的计算结果有误，因此不使用。</translation>
    </message>
    <message>
        <source>The {0} device failed ({1}), so the CPU is used.</source>
        <translation>设备 {0} 出错（{1}），因此使用 CPU。</translation>
    </message>
    <message>
        <source>The {0} does not work with this torch ({1}), so it is not used.</source>
        <translation>{0} 无法与此版本的 torch 配合（{1}），因此不使用。</translation>
    </message>
    <message>
        <source>There are no words to explain here; search for something in words first.</source>
        <translation>这里没有可以解释的词语；请先用词语搜索。</translation>
    </message>
    <message>
        <source>There is an album or a group “{0}” in this place already; choose another name.</source>
        <translation>此处已有名为“{0}”的相册或相册组；请另选名称。</translation>
    </message>
    <message>
        <source>There is no backup of the catalog yet; photoclip backup makes one.</source>
        <translation>还没有图库目录的备份；可用 photoclip backup 创建。</translation>
    </message>
    <message>
        <source>There is no device &quot;{0}&quot;; choose auto, cuda, mps or cpu.</source>
        <translation>没有设备“{0}”；请选择 auto、cuda、mps 或 cpu。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; give the model&apos;s folder or its .safetensors file.</source>
        <translation>没有文件或文件夹 {0}；请指定模型的文件夹或其 .safetensors 文件。</translation>
    </message>
    <message>
        <source>There is no model &quot;{0}&quot;; choose {1}, or another from the list of models.</source>
        <translation>没有模型“{0}”；请选择 {1}，或模型列表中的其他模型。</translation>
    </message>
    <message>
        <source>There is too little memory for one photo; close other programs or choose a smaller model.</source>
        <translation>内存不足以处理一张照片；请关闭其他程序或选择较小的模型。</translation>
    </message>
    <message>
        <source>This album is not there any more; choose another one.</source>
        <translation>此相册已不存在；请选择其他相册。</translation>
    </message>
    <message>
        <source>This could not be explained because of a fault inside photoclip; the log has the details.</source>
        <translation>由于 photoclip 内部故障，无法解释；详情见日志。</translation>
    </message>
    <message>
        <source>This is a link; photoclip reads photos where they really are.</source>
        <translation>这是一个链接；photoclip 在照片的实际位置读取。</translation>
    </message>
    <message>
        <source>This is a side file of macOS, not the photo itself.</source>
        <translation>这是 macOS 的附属文件，不是照片本身。</translation>
    </message>
    <message>
        <source>This is a video.</source>
        <translation>这是视频。</translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>This is not {0}: it has {1} dimensions and not {2}; import it without --as.</source>
        <translation>这不是 {0}：它有 {1} 维，而不是 {2} 维；导入时请不要使用 --as。</translation>
    </message>
    <message>
        <source>This is too long to be understood; say it in fewer words.</source>
        <translation>内容过长，无法理解；请用更少的词语。</translation>
    </message>
    <message>
        <source>This model cannot encode a photo ({0}); choose another one, or fetch it again.</source>
        <translation>此模型无法处理照片（{0}）；请选择其他模型，或重新获取。</translation>
    </message>
    <message>
        <source>This model cannot encode text ({0}): its tokenizer and its text tower do not fit each other; get both from one place.</source>
        <translation>此模型无法处理文本（{0}）：其分词器与文本部分不匹配；请从同一来源获取两者。</translation>
    </message>
    <message>
        <source>This model gives no numbers for a text; fetch it again or choose another.</source>
        <translation>此模型对文本没有输出结果；请重新获取或选择其他模型。</translation>
    </message>
    <message>
        <source>This model gives {0} numbers for a photo and {1} for a text, which cannot be compared; get its original config.</source>
        <translation>此模型对照片输出 {0} 个数值，对文本输出 {1} 个，两者无法比较；请获取其原始配置。</translation>
    </message>
    <message>
        <source>This model&apos;s logit scale is {0}, which is no temperature; fetch it again.</source>
        <translation>此模型的 logit scale 为 {0}，不是有效的温度值；请重新获取。</translation>
    </message>
    <message>
        <source>This part of the picture is empty; draw a frame around what is looked for.</source>
        <translation>图片的这一部分是空的；请用方框圈出要查找的内容。</translation>
    </message>
    <message>
        <source>This photo is not in the library any more; look at another one.</source>
        <translation>这张照片已不在图库中；请查看其他照片。</translation>
    </message>
    <message>
        <source>This photo is not searchable yet; wait until it is indexed.</source>
        <translation>这张照片尚不可搜索；请等待索引完成。</translation>
    </message>
    <message>
        <source>This photo is not there any more; search by another one.</source>
        <translation>这张照片已不存在；请用其他照片搜索。</translation>
    </message>
    <message>
        <source>This smart album asks for itself; change what it looks for.</source>
        <translation>此智能相册的条件引用了它自身；请更改其条件。</translation>
    </message>
    <message>
        <source>This smart album is not there any more; choose another one.</source>
        <translation>此智能相册已不存在；请选择其他智能相册。</translation>
    </message>
    <message>
        <source>This smart album was saved by a newer photoclip; update photoclip, or make the album anew.</source>
        <translation>此智能相册由更新版本的 photoclip 保存；请更新 photoclip，或重新建立该相册。</translation>
    </message>
    <message>
        <source>Thumbnails missing: {0}; photoclip index makes those of photos that can be read.</source>
        <translation>缺少的缩略图：{0}；photoclip index 会为可读取的照片生成。</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>What depends on the catalog was not looked at, since the catalog is damaged.</source>
        <translation>图库目录已损坏，因此没有检查依赖它的内容。</translation>
    </message>
    <message>
        <source>What this smart album asks for is damaged; delete the album and make it anew.</source>
        <translation>此智能相册的条件已损坏；请删除后重新建立。</translation>
    </message>
    <message>
        <source>Your own model, read from a folder.</source>
        <translation>您自己的模型，从文件夹读取。</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>{0} 到 {1} 之间的整数</translation>
    </message>
    <message>
        <source>about 100 languages</source>
        <translation>约 100 种语言</translation>
    </message>
    <message>
        <source>check that the folder is there</source>
        <translation>请检查文件夹是否存在</translation>
    </message>
    <message>
        <source>check the drive</source>
        <translation>请检查驱动器</translation>
    </message>
    <message>
        <source>did you mean &quot;{0}&quot;?</source>
        <translation>您是想写“{0}”吗？</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>请释放一些空间</translation>
    </message>
    <message>
        <source>free some space or mend the permissions</source>
        <translation>请释放一些空间或修正权限</translation>
    </message>
    <message>
        <source>it lies on a drive that is read-only</source>
        <translation>它位于只读的驱动器上</translation>
    </message>
    <message>
        <source>language</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>mend the permissions</source>
        <translation>请修正权限</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>以下之一：{0}</translation>
    </message>
    <message>
        <source>remove it.</source>
        <translation>请删除它。</translation>
    </message>
    <message>
        <source>the end of low-power mode</source>
        <translation>退出低电量模式</translation>
    </message>
    <message>
        <source>the folder is looked at every few minutes instead</source>
        <translation>改为每隔几分钟检查一次该文件夹</translation>
    </message>
    <message>
        <source>the mains</source>
        <translation>接通电源</translation>
    </message>
    <message>
        <source>the system&apos;s limit is reached; raise it with sudo sysctl fs.inotify.max_user_instances=1024</source>
        <translation>已达到系统上限；请用 sudo sysctl fs.inotify.max_user_instances=1024 提高</translation>
    </message>
    <message>
        <source>the system&apos;s limit is reached; raise it with sudo sysctl fs.inotify.max_user_watches={0}</source>
        <translation>已达到系统上限；请用 sudo sysctl fs.inotify.max_user_watches={0} 提高</translation>
    </message>
    <message>
        <source>too many files are open on this machine; close some programs</source>
        <translation>这台电脑打开的文件过多；请关闭一些程序</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>{0} ({1}); {2}.</source>
        <translation>{0}（{1}）；{2}。</translation>
    </message>
    <message>
        <source>{0} asks for {1} = {2}, which no model has.</source>
        <translation>{0} 要求 {1} = {2}，没有模型支持。</translation>
    </message>
    <message>
        <source>{0} can only be put back from the bin itself; open the bin.</source>
        <translation>{0} 只能在回收站中还原；请打开回收站。</translation>
    </message>
    <message>
        <source>{0} cannot be copied: it was not read in time.</source>
        <translation>无法复制 {0}：未能及时读取。</translation>
    </message>
    <message>
        <source>{0} cannot be copied: nothing was read from it.</source>
        <translation>无法复制 {0}：没有读到任何内容。</translation>
    </message>
    <message>
        <source>{0} cannot be downloaded; put its files into {1}, or choose another.</source>
        <translation>无法下载 {0}；请将其文件放入 {1}，或选择其他模型。</translation>
    </message>
    <message>
        <source>{0} cannot be measured with the installed open_clip ({1}); update open_clip.</source>
        <translation>已安装的 open_clip 无法测试 {0}（{1}）；请更新 open_clip。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); a model needs its {2} beside the weights.</source>
        <translation>无法读取 {0}（{1}）；模型需要在权重旁有其 {2}。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); check the drive.</source>
        <translation>无法读取 {0}（{1}）；请检查驱动器。</translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}); mend the permissions.</source>
        <translation>无法移除 {0}（{1}）；请修正权限。</translation>
    </message>
    <message>
        <source>{0} cannot be set aside ({1}); {2}.</source>
        <translation>无法将 {0} 移到一旁（{1}）；{2}。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); free some space, or name another folder with PHOTOCLIP_MODELS.</source>
        <translation>无法写入 {0}（{1}）；请释放一些空间，或用 PHOTOCLIP_MODELS 指定其他文件夹。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); {2}.</source>
        <translation>无法写入 {0}（{1}）；{2}。</translation>
    </message>
    <message>
        <source>{0} cannot say where in a photo it sees something; choose another model to see it.</source>
        <translation>{0} 无法指出照片中的具体位置；如需查看，请选择其他模型。</translation>
    </message>
    <message>
        <source>{0} changes this model&apos;s vectors (cosine {1}), so float32 is used.</source>
        <translation>{0} 会改变此模型的特征向量（余弦 {1}），因此使用 float32。</translation>
    </message>
    <message>
        <source>{0} could not be moved to the bin ({1}); {2}.</source>
        <translation>无法将 {0} 移到回收站（{1}）；{2}。</translation>
    </message>
    <message>
        <source>{0} could not be moved to the bin; delete it with the file manager.</source>
        <translation>无法将 {0} 移到回收站；请用文件管理器删除。</translation>
    </message>
    <message>
        <source>{0} could not be put back ({1}); {2}.</source>
        <translation>无法还原 {0}（{1}）；{2}。</translation>
    </message>
    <message>
        <source>{0} could not be removed ({1}); remove it by hand.</source>
        <translation>无法移除 {0}（{1}）；请手动移除。</translation>
    </message>
    <message>
        <source>{0} describes an image_size or embed_dim that no model has.</source>
        <translation>{0} 描述的 image_size 或 embed_dim 没有模型支持。</translation>
    </message>
    <message>
        <source>{0} did not give the file that was announced (its checksum differs), so it was deleted; try again, or name another mirror with HF_ENDPOINT.</source>
        <translation>{0} 提供的文件与声明的不符（校验和不同），已被删除；请重试，或用 HF_ENDPOINT 指定其他镜像。</translation>
    </message>
    <message>
        <source>{0} does not describe an image tower, a text tower and embed_dim.</source>
        <translation>{0} 没有描述图像部分、文本部分和 embed_dim。</translation>
    </message>
    <message>
        <source>{0} does not name an architecture that `transformers` has itself.</source>
        <translation>{0} 指定的架构不是 `transformers` 自带的。</translation>
    </message>
    <message>
        <source>{0} does not run here ({1}), so float32 is used.</source>
        <translation>{0} 无法在此运行（{1}），因此使用 float32。</translation>
    </message>
    <message>
        <source>{0} files are in folders that are not there now; they were not looked at.</source>
        <translation>{0} 个文件位于目前不存在的文件夹中，没有检查。</translation>
    </message>
    <message>
        <source>{0} files {1} since the last scan.</source>
        <translation>自上次扫描以来，{0} 个文件{1}。</translation>
    </message>
    <message>
        <source>{0} gives values that are no numbers, so float32 is used.</source>
        <translation>{0} 输出的不是有效数值，因此使用 float32。</translation>
    </message>
    <message>
        <source>{0} has a damaged header at {1}; fetch it again.</source>
        <translation>{0} 的文件头在 {1} 处损坏；请重新获取。</translation>
    </message>
    <message>
        <source>{0} has a {1} that is not a name.</source>
        <translation>{0} 的 {1} 不是有效名称。</translation>
    </message>
    <message>
        <source>{0} has no {1} beside the weights; put it there, or say which model of the catalogue this is with --as ID.</source>
        <translation>{0} 的权重旁没有 {1}；请将它放在那里，或用 --as ID 说明这是模型目录中的哪个模型。</translation>
    </message>
    <message>
        <source>{0} has not read the photos of this library; choose it as the model first.</source>
        <translation>{0} 还没有读取此图库的照片；请先选用此模型。</translation>
    </message>
    <message>
        <source>{0} has read no photos of this library; there is nothing to drop.</source>
        <translation>{0} 没有读取过此图库的照片；没有可清除的内容。</translation>
    </message>
    <message>
        <source>{0} has values that are not finite in {1} weights ({2}); fetch it again.</source>
        <translation>{0} 有 {1} 个权重含非有限值（{2}）；请重新获取。</translation>
    </message>
    <message>
        <source>{0} holds no safetensors file; put {1} beside {2}.</source>
        <translation>{0} 中没有 safetensors 文件；请将 {1} 放在 {2} 旁边。</translation>
    </message>
    <message>
        <source>{0} holds several safetensors files ({1}); keep the one of this model.</source>
        <translation>{0} 中有多个 safetensors 文件（{1}）；请只保留此模型的那个。</translation>
    </message>
    <message>
        <source>{0} holds too many folders of one second; try again.</source>
        <translation>{0} 中同一秒的文件夹过多；请重试。</translation>
    </message>
    <message>
        <source>{0} holds {1} weights that its config has no place for ({2}); get both from one place.</source>
        <translation>{0} 中有 {1} 个权重在其配置中没有对应（{2}）；请从同一来源获取两者。</translation>
    </message>
    <message>
        <source>{0} is a pickle, which can run any code when it is read; get the .safetensors file of this model.</source>
        <translation>{0} 是 pickle 文件，读取时可能运行任意代码；请获取此模型的 .safetensors 文件。</translation>
    </message>
    <message>
        <source>{0} is being made ready; cancel that first.</source>
        <translation>{0} 正在准备；请先取消。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); fetch it again.</source>
        <translation>{0} 已损坏（{1}）；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is incomplete: it holds {1} of {2} bytes of weights; fetch it again.</source>
        <translation>{0} 不完整：{2} 字节的权重中只有 {1} 字节；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is larger than a model&apos;s config can be; get the original file.</source>
        <translation>{0} 超过模型配置可能的大小；请获取原始文件。</translation>
    </message>
    <message>
        <source>{0} is no folder that can be opened.</source>
        <translation>{0} 不是可以打开的文件夹。</translation>
    </message>
    <message>
        <source>{0} is no longer there; look at the folder again.</source>
        <translation>{0} 已不存在；请重新查看该文件夹。</translation>
    </message>
    <message>
        <source>{0} is not JSON; get the original file.</source>
        <translation>{0} 不是 JSON；请获取原始文件。</translation>
    </message>
    <message>
        <source>{0} is not a config of open_clip: it has no model_cfg.</source>
        <translation>{0} 不是 open_clip 的配置：其中没有 model_cfg。</translation>
    </message>
    <message>
        <source>{0} is not a config; get the original file.</source>
        <translation>{0} 不是配置文件；请获取原始文件。</translation>
    </message>
    <message>
        <source>{0} is not a model; give the model&apos;s folder or its .safetensors file.</source>
        <translation>{0} 不是模型；请指定模型的文件夹或其 .safetensors 文件。</translation>
    </message>
    <message>
        <source>{0} is not a safetensors file, or only its start; fetch it again.</source>
        <translation>{0} 不是 safetensors 文件，或只有开头部分；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is not a safetensors file; fetch it again.</source>
        <translation>{0} 不是 safetensors 文件；请重新获取。</translation>
    </message>
    <message>
        <source>{0} is not an ordinary file; delete it with the file manager.</source>
        <translation>{0} 不是普通文件；请用文件管理器删除。</translation>
    </message>
    <message>
        <source>{0} is not faster on this processor, so float32 is used.</source>
        <translation>{0} 在此处理器上并不更快，因此使用 float32。</translation>
    </message>
    <message>
        <source>{0} is not in the bin any more; look for it with the file manager.</source>
        <translation>{0} 已不在回收站中；请用文件管理器查找。</translation>
    </message>
    <message>
        <source>{0} is not on this machine and cannot be fetched ({1}); download {2} from {3} on any machine and put them into {4}.</source>
        <translation>{0} 不在这台电脑上，也无法获取（{1}）；请在任意一台电脑上从 {3} 下载 {2}，放入 {4}。</translation>
    </message>
    <message>
        <source>{0} is not on this machine and open_clip does not know it; fetch it first.</source>
        <translation>{0} 不在这台电脑上，open_clip 也不认识它；请先获取。</translation>
    </message>
    <message>
        <source>{0} is not the model that its config describes ({1}); get both from one place.</source>
        <translation>{0} 不是其配置所描述的模型（{1}）；请从同一来源获取两者。</translation>
    </message>
    <message>
        <source>{0} is not there any more; search by another picture.</source>
        <translation>{0} 已不存在；请用其他图片搜索。</translation>
    </message>
    <message>
        <source>{0} is not there or empty; its photos stay in the library.</source>
        <translation>{0} 不存在或为空；其中的照片仍保留在图库中。</translation>
    </message>
    <message>
        <source>{0} is not there; choose another folder.</source>
        <translation>{0} 不存在；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{0} is not {1}: its SHA-256 is {2}… and not {3}…; import it without --as, or get the right file.</source>
        <translation>{0} 不是 {1}：其 SHA-256 为 {2}…，而不是 {3}…；导入时请不要使用 --as，或获取正确的文件。</translation>
    </message>
    <message>
        <source>{0} is now found in {1}.</source>
        <translation>{0} 现位于 {1}。</translation>
    </message>
    <message>
        <source>{0} is on a drive that is away; connect it and copy it again.</source>
        <translation>{0} 位于未连接的驱动器上；请连接后重新复制。</translation>
    </message>
    <message>
        <source>{0} is on a drive that is away; connect it first.</source>
        <translation>{0} 位于未连接的驱动器上；请先连接。</translation>
    </message>
    <message>
        <source>{0} is quantised to integers ({1}); get the float16 or float32 file.</source>
        <translation>{0} 已量化为整数（{1}）；请获取 float16 或 float32 文件。</translation>
    </message>
    <message>
        <source>{0} is too large to be a settings file; run photoclip repair to set it aside.</source>
        <translation>{0} 过大，不可能是设置文件；请运行 photoclip repair 将它移到一旁。</translation>
    </message>
    <message>
        <source>{0} is watched as a part of {1} from now on.</source>
        <translation>从现在起，{0} 作为 {1} 的一部分受到监视。</translation>
    </message>
    <message>
        <source>{0} lacks {1} of the model&apos;s {2} weights ({3}), so a part of it would stay random; get the complete file.</source>
        <translation>{0} 缺少此模型 {2} 个权重中的 {1} 个（{3}），部分权重将是随机值；请获取完整的文件。</translation>
    </message>
    <message>
        <source>{0} lies in {1}, which is watched already.</source>
        <translation>{0} 位于已经监视的 {1} 中。</translation>
    </message>
    <message>
        <source>{0} must hold a JSON object; mend it, or run photoclip repair to set it aside.</source>
        <translation>{0} 必须包含一个 JSON 对象；请修正，或运行 photoclip repair 将它移到一旁。</translation>
    </message>
    <message>
        <source>{0} names no checksum for {1}; use another mirror.</source>
        <translation>{0} 没有给出 {1} 的校验和；请使用其他镜像。</translation>
    </message>
    <message>
        <source>{0} names the image tower {1}, which timm does not have.</source>
        <translation>{0} 指定的图像部分 {1} 在 timm 中不存在。</translation>
    </message>
    <message>
        <source>{0} needs about {1} MB of memory and {2} MB are free; close other programs, or choose a smaller model.</source>
        <translation>{0} 需要约 {1} MB 内存，可用 {2} MB；请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>{0} needs the &quot;multilingual&quot; extra: run `pip install &quot;photoclip[multilingual]&quot;`.</source>
        <translation>{0} 需要“multilingual”附加组件：请运行 `pip install &quot;photoclip[multilingual]&quot;`。</translation>
    </message>
    <message>
        <source>{0} needs {1} MB and {2} has {3} MB left; free some space, or name another folder with PHOTOCLIP_MODELS.</source>
        <translation>{0} 需要 {1} MB，{2} 还剩 {3} MB；请释放一些空间，或用 PHOTOCLIP_MODELS 指定其他文件夹。</translation>
    </message>
    <message>
        <source>{0} offers other weights than the catalogue&apos;s for {1}; update photoclip, or fetch the right ones by hand and import them.</source>
        <translation>{0} 为 {1} 提供的权重与模型目录不同；请更新 photoclip，或手动获取正确的权重并导入。</translation>
    </message>
    <message>
        <source>{0} rows of {1} in the catalog are not what was written.</source>
        <translation>图库目录的 {1} 中有 {0} 行与写入的内容不符。</translation>
    </message>
    <message>
        <source>{0} rows of {1} in the catalog {2}.</source>
        <translation>图库目录的 {1} 中有 {0} 行有误：{2}。</translation>
    </message>
    <message>
        <source>{0} rows of {1} were damaged; they are as in the newest backup now.</source>
        <translation>{1} 中有 {0} 行已损坏；现已恢复为最新备份中的内容。</translation>
    </message>
    <message>
        <source>{0} serves the searches of this library; choose another model first.</source>
        <translation>{0} 正在为此图库提供搜索；请先选择其他模型。</translation>
    </message>
    <message>
        <source>{0} sets tokenizer options that photoclip does not allow: {1}.</source>
        <translation>{0} 设置了 photoclip 不允许的分词器选项：{1}。</translation>
    </message>
    <message>
        <source>{0} stores {1} as {2}, which photoclip does not read; get the float16, bfloat16 or float32 file of this model.</source>
        <translation>{0} 以 {2} 存储 {1}，photoclip 无法读取；请获取此模型的 float16、bfloat16 或 float32 文件。</translation>
    </message>
    <message>
        <source>{0} vectors of {1} are damaged.</source>
        <translation>{1} 有 {0} 个特征向量已损坏。</translation>
    </message>
    <message>
        <source>{0}, as with links to folders; {1}.</source>
        <translation>{0}，例如存在文件夹链接时；{1}。</translation>
    </message>
    <message>
        <source>{0}, too few.</source>
        <translation>{0}，过低。</translation>
    </message>
    <message>
        <source>{0}; searches do not need it yet, they look at every vector.</source>
        <translation>{0}；目前搜索还不需要它，会逐一查看所有特征向量。</translation>
    </message>
    <message>
        <source>{{}} albums have lost their date, their cover and their place in the list.</source>
        <translation>{{}} 个相册丢失了日期、封面和在列表中的位置。</translation>
    </message>
    <message>
        <source>“{0}” is a group, which holds albums; choose an album for these photos.</source>
        <translation>“{0}”是相册组，用来存放相册；请为这些照片选择一个相册。</translation>
    </message>
    <message>
        <source>“{0}” is a smart album, which finds its photos by itself; choose another album for these.</source>
        <translation>“{0}”是智能相册，会自行查找照片；请为这些照片选择其他相册。</translation>
    </message>
    <message>
        <source>“{0}” is no group, so no album can be in it; choose a group.</source>
        <translation>“{0}”不是相册组，不能存放相册；请选择一个相册组。</translation>
    </message>
    <message>
        <source>“{0}” is no smart album; add photos to it or remove them instead.</source>
        <translation>“{0}”不是智能相册；请直接添加或移除照片。</translation>
    </message>
    <message>
        <source>“{0}” is no smart album; save the search as a new one.</source>
        <translation>“{0}”不是智能相册；请将搜索保存为新的智能相册。</translation>
    </message>
    <message>
        <source>{{}} files were recorded wrongly; they are looked at again.</source>
        <translation>{{}} 个文件的记录有误；将重新检查。</translation>
    </message>
    <message>
        <source>The name holds characters that cannot be shown; type it anew.</source>
        <translation>名称含有无法显示的字符；请重新输入。</translation>
    </message>
    <message>
        <source>The name is empty; type one.</source>
        <translation>名称为空；请输入名称。</translation>
    </message>
    <message>
        <source>The name is longer than {0} characters; shorten it.</source>
        <translation>名称超过 {0} 个字符；请缩短。</translation>
    </message>
    <message>
        <source>There is no picture of this name; search by another one.</source>
        <translation>没有此名称的图片；请用其他图片搜索。</translation>
    </message>
    <message>
        <source>{{}} folders were recorded wrongly; which drive they are on is noted at the next scan.</source>
        <translation>{{}} 个文件夹的记录有误；下次扫描时会重新记录它们所在的驱动器。</translation>
    </message>
    <message>
        <source>{{}} models were recorded wrongly; how they run is noted when they are next used.</source>
        <translation>{{}} 个模型的记录有误；下次使用时会重新记录其运行方式。</translation>
    </message>
    <message>
        <source>{{}} notes of the library about itself were damaged and are made again.</source>
        <translation>图库自身的 {{}} 条记录已损坏，现已重新生成。</translation>
    </message>
    <message>
        <source>{{}} photos are shown in a smart album or not as its query says, and no longer as was decided.</source>
        <translation>{{}} 张照片在智能相册中是否显示改由搜索条件决定，不再沿用原先的选择。</translation>
    </message>
    <message>
        <source>{{}} photos have lost their place in an album; they come first in it now.</source>
        <translation>{{}} 张照片丢失了在相册中的位置；现在排在最前。</translation>
    </message>
    <message>
        <source>{{}} photos have lost their stars and their place among the favourites.</source>
        <translation>{{}} 张照片丢失了星级和在收藏中的位置。</translation>
    </message>
    <message>
        <source>{{}} photos were described wrongly; they are read again.</source>
        <translation>{{}} 张照片的描述有误；将重新读取。</translation>
    </message>
    <message>
        <source>{{}} tags have lost their score and date.</source>
        <translation>{{}} 个标签丢失了分数和日期。</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>1 photo with identical copies</source>
        <translation>1 张照片有完全相同的副本</translation>
    </message>
    <message>
        <source>{number} photos with identical copies</source>
        <translation>{number} 张照片有完全相同的副本</translation>
    </message>
    <message>
        <source>{number} near duplicates</source>
        <translation>{number} 张近似照片</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Matches in meaning</source>
        <translation>内容匹配</translation>
    </message>
    <message>
        <source>Nearest, but not a good match</source>
        <translation>最接近，但不够匹配</translation>
    </message>
    <message>
        <source>Contains the quoted text</source>
        <translation>包含引号中的文字</translation>
    </message>
    <message>
        <source>Contains {texts}</source>
        <translation>包含{texts}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model being made ready</source>
        <translation>准备中的模型</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行设备</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Ignored names</source>
        <translation>忽略的名称</translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation>跟随指向其他文件夹的链接</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>处理器数</translation>
    </message>
    <message>
        <source>Memory for reading photos</source>
        <translation>读取照片的内存</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>使用电池时</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>缩略图尺寸</translation>
    </message>
    <message>
        <source>Place of thumbnails</source>
        <translation>缩略图位置</translation>
    </message>
    <message>
        <source>Memory for thumbnails</source>
        <translation>缩略图内存</translation>
    </message>
    <message>
        <source>The model that answers your searches.</source>
        <translation>为您搜索的模型。</translation>
    </message>
    <message>
        <source>Takes over once it has read every photo; empty where there is none.</source>
        <translation>读完所有照片后自动启用；没有时为空。</translation>
    </message>
    <message>
        <source>Light or dark, at once.</source>
        <translation>浅色或深色，立即生效。</translation>
    </message>
    <message>
        <source>One on each line. “*.tmp” is every file of that kind, “Rejects/” every folder of that name, “2019/raw/*” a place below a watched folder.</source>
        <translation>每行一个。“*.tmp”表示该类型的所有文件，“Rejects/”表示所有同名文件夹，“2019/raw/*”表示监视的文件夹中的某个位置。</translation>
    </message>
    <message>
        <source>Folders that a symbolic link leads to are looked through as well, each one once.</source>
        <translation>符号链接指向的文件夹也会查找，每个只查找一次。</translation>
    </message>
    <message>
        <source>At once: the model is loaded anew. The processor is used where it fails.</source>
        <translation>立即生效：重新加载模型。失败时改用处理器。</translation>
    </message>
    <message>
        <source>The most that reading photos and the model may use, from now on.</source>
        <translation>读取照片和模型从现在起最多可用的数量。</translation>
    </message>
    <message>
        <source>Less memory reads fewer photos at a time, and not the very largest.</source>
        <translation>内存越少，同时读取的照片越少，特别大的照片也无法读取。</translation>
    </message>
    <message>
        <source>What becomes of reading photos while the computer is not plugged in.</source>
        <translation>电脑未接通电源时如何读取照片。</translation>
    </message>
    <message>
        <source>Of the window. Which languages searches take depends on the model.</source>
        <translation>窗口的语言。搜索可用的语言取决于模型。</translation>
    </message>
    <message>
        <source>The longest side. Thumbnails are made anew in this size as they are needed.</source>
        <translation>指长边。需要时会按此尺寸重新生成缩略图。</translation>
    </message>
    <message>
        <source>Thumbnails can always be made again, so any drive with room will do.</source>
        <translation>缩略图随时可以重新生成，任何有空间的驱动器都可以。</translation>
    </message>
    <message>
        <source>More makes scrolling back smoother, less leaves room for other programs.</source>
        <translation>越多，往回滚动越流畅；越少，留给其他程序的内存越多。</translation>
    </message>
    <message>
        <source>The fastest that works</source>
        <translation>可用的最快设备</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 显卡（CUDA）</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple 图形处理器（MPS）</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <translation>照常继续</translation>
    </message>
    <message>
        <source>Go on slowly</source>
        <translation>放慢速度继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Small (256 pixels)</source>
        <translation>小（256 像素）</translation>
    </message>
    <message>
        <source>Medium (512 pixels)</source>
        <translation>中（512 像素）</translation>
    </message>
    <message>
        <source>Large (1024 pixels)</source>
        <translation>大（1024 像素）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限制</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>图库中</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>the folders “{place}” below a watched folder</source>
        <translation>监视的文件夹中的文件夹“{place}”</translation>
    </message>
    <message>
        <source>whatever lies at “{place}” below a watched folder</source>
        <translation>监视的文件夹中位于“{place}”的所有内容</translation>
    </message>
    <message>
        <source>every folder called “{place}” with all it holds</source>
        <translation>所有名为“{place}”的文件夹及其内容</translation>
    </message>
    <message>
        <source>every file or folder called “{place}”</source>
        <translation>所有名为“{place}”的文件或文件夹</translation>
    </message>
    <message>
        <source>Nothing more than caches, bins and hidden files.</source>
        <translation>只忽略缓存、回收站和隐藏文件。</translation>
    </message>
    <message>
        <source>; and {number} more</source>
        <translation>；以及另外 {number} 个</translation>
    </message>
    <message>
        <source>Passes over {patterns}.</source>
        <translation>忽略{patterns}。</translation>
    </message>
</context>
<context>
    <name>strictness</name>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Of twenty photos shown, about one may be wrong</source>
        <translation>每显示 20 张照片，约有 1 张可能不符</translation>
    </message>
    <message>
        <source>Rather strict</source>
        <translation>较严格</translation>
    </message>
    <message>
        <source>Of twenty photos shown, about three may be wrong</source>
        <translation>每显示 20 张照片，约有 3 张可能不符</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Of ten photos shown, about three may be wrong</source>
        <translation>每显示 10 张照片，约有 3 张可能不符</translation>
    </message>
    <message>
        <source>Rather loose</source>
        <translation>较宽松</translation>
    </message>
    <message>
        <source>Of ten photos shown, about five may be wrong</source>
        <translation>每显示 10 张照片，约有 5 张可能不符</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Of ten photos shown, about seven may be wrong</source>
        <translation>每显示 10 张照片，约有 7 张可能不符</translation>
    </message>
</context>
<context>
    <name>syntax</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>red car</source>
        <translation>红色汽车</translation>
    </message>
    <message>
        <source>what can be seen</source>
        <translation>照片中可见的内容</translation>
    </message>
    <message>
        <source>exactly this in names, tags and texts</source>
        <translation>名称、标签和文字中的原文</translation>
    </message>
    <message>
        <source>-people</source>
        <translation>-人</translation>
    </message>
    <message>
        <source>without people in it</source>
        <translation>不含人物</translation>
    </message>
    <message>
        <source>beach AND dog</source>
        <translation>海滩 AND 狗</translation>
    </message>
    <message>
        <source>both in one photo</source>
        <translation>同一张照片中两者都有</translation>
    </message>
    <message>
        <source>+ &quot;at night&quot;</source>
        <translation>+ &quot;夜晚&quot;</translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>更偏向于此</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>时间和地点</translation>
    </message>
    <message>
        <source>from June to August 2019</source>
        <translation>2019年6月至8月</translation>
    </message>
    <message>
        <source>last summer</source>
        <translation>去年夏天</translation>
    </message>
    <message>
        <source>days in plain words</source>
        <translation>用日常说法表示日期</translation>
    </message>
    <message>
        <source>in May</source>
        <translation>五月</translation>
    </message>
    <message>
        <source>May of any year</source>
        <translation>任意一年的五月</translation>
    </message>
    <message>
        <source>near:Paris</source>
        <translation>near:巴黎</translation>
    </message>
    <message>
        <source>taken close to a place</source>
        <translation>在某地附近拍摄</translation>
    </message>
    <message>
        <source>with a known place</source>
        <translation>有位置信息</translation>
    </message>
    <message>
        <source>What is known of a photo</source>
        <translation>照片信息</translation>
    </message>
    <message>
        <source>its labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>its albums</source>
        <translation>所在相册</translation>
    </message>
    <message>
        <source>its folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>three stars or more</source>
        <translation>3 星及以上</translation>
    </message>
    <message>
        <source>favourites, or is:untagged</source>
        <translation>收藏；或 is:untagged（无标签）</translation>
    </message>
    <message>
        <source>the camera, or lens:</source>
        <translation>相机；镜头用 lens:</translation>
    </message>
    <message>
        <source>the kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>or landscape, or square</source>
        <translation>竖幅；或 landscape、square</translation>
    </message>
</context>
<context>
    <name>tile</name>
    <message>
        <source>Its drive is not connected.</source>
        <translation>驱动器未连接。</translation>
    </message>
    <message>
        <source>A live photo; its video is not beside it.</source>
        <translation>实况照片；旁边没有对应的视频。</translation>
    </message>
    <message>
        <source>liked for this search</source>
        <translation>在此搜索中标记为喜欢</translation>
    </message>
    <message>
        <source>not liked for this search</source>
        <translation>在此搜索中标记为不喜欢</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>{number} stars</source>
        <translation>{number} 星</translation>
    </message>
    <message>
        <source>{share} match</source>
        <translation>匹配度 {share}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>{number} photos</source>
        <translation>{number} 张照片</translation>
    </message>
    <message>
        <source>{number} photos/s</source>
        <translation>{number} 张/秒</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>剩余约 1 分钟</translation>
    </message>
    <message>
        <source>about {number} minutes left</source>
        <translation>剩余约 {number} 分钟</translation>
    </message>
    <message>
        <source>about {number} hours left</source>
        <translation>剩余约 {number} 小时</translation>
    </message>
    <message>
        <source>about {number} days left</source>
        <translation>剩余约 {number} 天</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 个文件</translation>
    </message>
</context>
</TS>
